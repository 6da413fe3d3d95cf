// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.
// @ts-nocheck: compiled by Ajv; `../validate.ts` gives it its types.
import { codePointLength } from '../code-point-length.ts'

const validateApplySdkVerificationToken = validate20;
const schema31 = {"$id":"ApplySdkVerificationToken","$ref":"spec#/components/schemas/ApplySdkVerificationTokenRequest"};
const schema33 = {"type":"object","additionalProperties":false,"properties":{"CheckMode":{"type":"integer","enum":[1,2,3]},"SecurityLevel":{"type":"integer","enum":[1,2,3,4]},"IdCardType":{"type":"string","enum":["HK","ML","IndonesiaIDCard","PhilippinesVoteID","PhilippinesDrivingLicense","PhilippinesTinID","PhilippinesSSSID","PhilippinesUMID","MLIDPassport","MacaoIDCard","ThailandIDCard","MainlandIDCard","SingaporeIDCard","JapanIDCard","MLDrivingLicense","IndonesiaDrivingLicense","ThailandDrivingLicense","SingaporeDrivingLicense","JapanDrivingLicense","TaiWanIDCard","HMTPermit"]},"NeedVerifyIdCard":{"type":"boolean"},"CompareImage":{"type":"string","contentEncoding":"base64","minLength":4,"pattern":"^[A-Za-z0-9+/]+={0,2}$"},"DisableChangeOcrResult":{"type":"boolean"},"DisableCheckOcrWarnings":{"type":"boolean"},"Extra":{"type":"string","maxLength":1024},"ActionList":{"type":"string","pattern":"^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$"}},"allOf":[{"if":{"required":["CheckMode"],"properties":{"CheckMode":{"const":2}}},"then":{"required":["CompareImage"]}},{"if":{"required":["ActionList"]},"then":{"properties":{"SecurityLevel":{"enum":[2,4]}}}}]};
const func1 = Object.prototype.hasOwnProperty;
const func2 = codePointLength;
const pattern4 = new RegExp("^[A-Za-z0-9+/]+={0,2}$", "u");
const pattern5 = new RegExp("^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="ApplySdkVerificationToken" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
const _errs3 = errors;
let valid2 = true;
const _errs4 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.CheckMode === undefined) && (missing0 = "CheckMode")){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.CheckMode !== undefined){
if(2 !== data.CheckMode){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
var _valid0 = _errs4 === errors;
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
if(_valid0){
const _errs6 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.CompareImage === undefined){
const err2 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/allOf/0/then/required",keyword:"required",params:{missingProperty: "CompareImage"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
valid2 = _valid0;
}
if(!valid2){
const err3 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/allOf/0/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const _errs8 = errors;
let valid4 = true;
const _errs9 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.ActionList === undefined) && (missing1 = "ActionList")){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid1 = _errs9 === errors;
errors = _errs8;
if(vErrors !== null){
if(_errs8){
vErrors.length = _errs8;
}
else {
vErrors = null;
}
}
if(_valid1){
const _errs10 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.SecurityLevel !== undefined){
let data1 = data.SecurityLevel;
if(!((data1 === 2) || (data1 === 4))){
const err5 = {instancePath:instancePath+"/SecurityLevel",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/allOf/1/then/properties/SecurityLevel/enum",keyword:"enum",params:{allowedValues: schema33.allOf[1].then.properties.SecurityLevel.enum}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
var _valid1 = _errs10 === errors;
valid4 = _valid1;
if(valid4){
var props0 = {};
props0.SecurityLevel = true;
}
}
if(!valid4){
const err6 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/allOf/1/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(props0 !== true){
props0 = props0 || {};
props0.CheckMode = true;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema33.properties, key0))){
const err7 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.CheckMode !== undefined){
let data2 = data.CheckMode;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
const err8 = {instancePath:instancePath+"/CheckMode",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CheckMode/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!(((data2 === 1) || (data2 === 2)) || (data2 === 3))){
const err9 = {instancePath:instancePath+"/CheckMode",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CheckMode/enum",keyword:"enum",params:{allowedValues: schema33.properties.CheckMode.enum}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.SecurityLevel !== undefined){
let data3 = data.SecurityLevel;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err10 = {instancePath:instancePath+"/SecurityLevel",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SecurityLevel/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((((data3 === 1) || (data3 === 2)) || (data3 === 3)) || (data3 === 4))){
const err11 = {instancePath:instancePath+"/SecurityLevel",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SecurityLevel/enum",keyword:"enum",params:{allowedValues: schema33.properties.SecurityLevel.enum}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.IdCardType !== undefined){
let data4 = data.IdCardType;
if(typeof data4 !== "string"){
const err12 = {instancePath:instancePath+"/IdCardType",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/IdCardType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((((((((((((((((((((data4 === "HK") || (data4 === "ML")) || (data4 === "IndonesiaIDCard")) || (data4 === "PhilippinesVoteID")) || (data4 === "PhilippinesDrivingLicense")) || (data4 === "PhilippinesTinID")) || (data4 === "PhilippinesSSSID")) || (data4 === "PhilippinesUMID")) || (data4 === "MLIDPassport")) || (data4 === "MacaoIDCard")) || (data4 === "ThailandIDCard")) || (data4 === "MainlandIDCard")) || (data4 === "SingaporeIDCard")) || (data4 === "JapanIDCard")) || (data4 === "MLDrivingLicense")) || (data4 === "IndonesiaDrivingLicense")) || (data4 === "ThailandDrivingLicense")) || (data4 === "SingaporeDrivingLicense")) || (data4 === "JapanDrivingLicense")) || (data4 === "TaiWanIDCard")) || (data4 === "HMTPermit"))){
const err13 = {instancePath:instancePath+"/IdCardType",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/IdCardType/enum",keyword:"enum",params:{allowedValues: schema33.properties.IdCardType.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.NeedVerifyIdCard !== undefined){
if(typeof data.NeedVerifyIdCard !== "boolean"){
const err14 = {instancePath:instancePath+"/NeedVerifyIdCard",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/NeedVerifyIdCard/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.CompareImage !== undefined){
let data6 = data.CompareImage;
if(typeof data6 === "string"){
if(func2(data6) < 4){
const err15 = {instancePath:instancePath+"/CompareImage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CompareImage/minLength",keyword:"minLength",params:{limit: 4}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!pattern4.test(data6)){
const err16 = {instancePath:instancePath+"/CompareImage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CompareImage/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]+={0,2}$"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/CompareImage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CompareImage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.DisableChangeOcrResult !== undefined){
if(typeof data.DisableChangeOcrResult !== "boolean"){
const err18 = {instancePath:instancePath+"/DisableChangeOcrResult",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/DisableChangeOcrResult/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.DisableCheckOcrWarnings !== undefined){
if(typeof data.DisableCheckOcrWarnings !== "boolean"){
const err19 = {instancePath:instancePath+"/DisableCheckOcrWarnings",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/DisableCheckOcrWarnings/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.Extra !== undefined){
let data9 = data.Extra;
if(typeof data9 === "string"){
if(func2(data9) > 1024){
const err20 = {instancePath:instancePath+"/Extra",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/Extra/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/Extra",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/Extra/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.ActionList !== undefined){
let data10 = data.ActionList;
if(typeof data10 === "string"){
if(!pattern5.test(data10)){
const err22 = {instancePath:instancePath+"/ActionList",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/ActionList/pattern",keyword:"pattern",params:{pattern: "^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/ActionList",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/ActionList/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validators: unknown = { ApplySdkVerificationToken: validateApplySdkVerificationToken }

export const words: unknown = {
  "ApplySdkVerificationToken": {
    "": {
      "fields": [
        "CheckMode",
        "SecurityLevel",
        "IdCardType",
        "NeedVerifyIdCard",
        "CompareImage",
        "DisableChangeOcrResult",
        "DisableCheckOcrWarnings",
        "Extra",
        "ActionList"
      ],
      "rules": [
        "CheckMode 2 compares with a photo, so it needs one",
        "with ActionList, motion must be what detects liveness"
      ]
    },
    "CompareImage": {
      "shouldBe": "Base64 without a \"data:\" prefix and without line breaks"
    },
    "ActionList": {
      "shouldBe": "\"blink\", \"mouth\", \"nod\" or \"shake\", or two different ones with a comma between"
    }
  }
}
