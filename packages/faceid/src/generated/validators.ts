// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.
// @ts-nocheck: compiled by Ajv; `../validate.ts` gives it its types.
import { codePointLength } from '../code-point-length.ts'

const validateApplySdkVerificationToken = validate20;
const schema31 = {"$id":"ApplySdkVerificationToken","$ref":"spec#/components/schemas/ApplySdkVerificationTokenRequest"};
const schema33 = {"type":"object","additionalProperties":false,"properties":{"CheckMode":{"type":"integer","enum":[1,2,3]},"SecurityLevel":{"type":"integer","enum":[1,2,3,4]},"IdCardType":{"type":"string","enum":["HK","ML","IndonesiaIDCard","PhilippinesVoteID","PhilippinesDrivingLicense","PhilippinesTinID","PhilippinesSSSID","PhilippinesUMID","MLIDPassport","MacaoIDCard","ThailandIDCard","MainlandIDCard","SingaporeIDCard","JapanIDCard","MLDrivingLicense","IndonesiaDrivingLicense","ThailandDrivingLicense","SingaporeDrivingLicense","JapanDrivingLicense","TaiWanIDCard","HMTPermit"]},"NeedVerifyIdCard":{"type":"boolean"},"CompareImage":{"type":"string","contentEncoding":"base64","minLength":4,"pattern":"^[A-Za-z0-9+/]+={0,2}$"},"DisableChangeOcrResult":{"type":"boolean"},"DisableCheckOcrWarnings":{"type":"boolean"},"SelectedWarningCodes":{"type":"array","items":{"type":"integer","enum":[-9101,-9102,-9103,-9104,-9107,-9108,-9901]}},"Extra":{"type":"string","maxLength":1024},"SdkVersion":{"type":"string","enum":["BASIC","ENHANCED","PRO","PLUS"]},"ActionList":{"type":"string","pattern":"^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$"},"AllowExpiredDocument":{"type":"boolean"},"SkipResultPage":{"type":"boolean"},"CardOcrDisplayFields":{"type":"array","items":{"type":"string","pattern":"^[A-Za-z]{1,64}$"}},"RetryLimit":{"type":"integer","minimum":1,"maximum":5},"EnableForgeryDetectionImages":{"type":"boolean"},"MetaData":{"type":"string","minLength":1,"maxLength":8192},"SkipLaunchPage":{"type":"boolean"},"SkipOcrConfirmPage":{"type":"boolean"},"HideProgressBar":{"type":"boolean"},"AllowUploadPhoto":{"type":"boolean"}},"allOf":[{"if":{"required":["CheckMode"],"properties":{"CheckMode":{"const":2}}},"then":{"required":["CompareImage"]}},{"if":{"required":["ActionList"]},"then":{"properties":{"SecurityLevel":{"enum":[2,4]}}}},{"if":{"required":["AllowUploadPhoto"],"properties":{"AllowUploadPhoto":{"const":true}}},"then":{"properties":{"EnableForgeryDetectionImages":{"const":false}}}}]};
const func1 = Object.prototype.hasOwnProperty;
const func2 = codePointLength;
const pattern4 = new RegExp("^[A-Za-z0-9+/]+={0,2}$", "u");
const pattern5 = new RegExp("^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$", "u");
const pattern6 = new RegExp("^[A-Za-z]{1,64}$", "u");

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
const _errs13 = errors;
let valid6 = true;
const _errs14 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.AllowUploadPhoto === undefined) && (missing2 = "AllowUploadPhoto")){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
if(data.AllowUploadPhoto !== undefined){
if(true !== data.AllowUploadPhoto){
const err8 = {};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
var _valid2 = _errs14 === errors;
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
if(_valid2){
const _errs16 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.EnableForgeryDetectionImages !== undefined){
if(false !== data.EnableForgeryDetectionImages){
const err9 = {instancePath:instancePath+"/EnableForgeryDetectionImages",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/allOf/2/then/properties/EnableForgeryDetectionImages/const",keyword:"const",params:{allowedValue: false}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
var _valid2 = _errs16 === errors;
valid6 = _valid2;
if(valid6){
var props1 = {};
props1.EnableForgeryDetectionImages = true;
props1.AllowUploadPhoto = true;
}
}
if(!valid6){
const err10 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/allOf/2/if",keyword:"if",params:{failingKeyword: "then"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(props0 !== true && props1 !== undefined){
if(props1 === true){
props0 = true;
}
else {
props0 = props0 || {};
Object.assign(props0, props1);
}
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema33.properties, key0))){
const err11 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.CheckMode !== undefined){
let data4 = data.CheckMode;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err12 = {instancePath:instancePath+"/CheckMode",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CheckMode/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!(((data4 === 1) || (data4 === 2)) || (data4 === 3))){
const err13 = {instancePath:instancePath+"/CheckMode",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CheckMode/enum",keyword:"enum",params:{allowedValues: schema33.properties.CheckMode.enum}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.SecurityLevel !== undefined){
let data5 = data.SecurityLevel;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err14 = {instancePath:instancePath+"/SecurityLevel",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SecurityLevel/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(!((((data5 === 1) || (data5 === 2)) || (data5 === 3)) || (data5 === 4))){
const err15 = {instancePath:instancePath+"/SecurityLevel",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SecurityLevel/enum",keyword:"enum",params:{allowedValues: schema33.properties.SecurityLevel.enum}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.IdCardType !== undefined){
let data6 = data.IdCardType;
if(typeof data6 !== "string"){
const err16 = {instancePath:instancePath+"/IdCardType",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/IdCardType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!(((((((((((((((((((((data6 === "HK") || (data6 === "ML")) || (data6 === "IndonesiaIDCard")) || (data6 === "PhilippinesVoteID")) || (data6 === "PhilippinesDrivingLicense")) || (data6 === "PhilippinesTinID")) || (data6 === "PhilippinesSSSID")) || (data6 === "PhilippinesUMID")) || (data6 === "MLIDPassport")) || (data6 === "MacaoIDCard")) || (data6 === "ThailandIDCard")) || (data6 === "MainlandIDCard")) || (data6 === "SingaporeIDCard")) || (data6 === "JapanIDCard")) || (data6 === "MLDrivingLicense")) || (data6 === "IndonesiaDrivingLicense")) || (data6 === "ThailandDrivingLicense")) || (data6 === "SingaporeDrivingLicense")) || (data6 === "JapanDrivingLicense")) || (data6 === "TaiWanIDCard")) || (data6 === "HMTPermit"))){
const err17 = {instancePath:instancePath+"/IdCardType",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/IdCardType/enum",keyword:"enum",params:{allowedValues: schema33.properties.IdCardType.enum}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.NeedVerifyIdCard !== undefined){
if(typeof data.NeedVerifyIdCard !== "boolean"){
const err18 = {instancePath:instancePath+"/NeedVerifyIdCard",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/NeedVerifyIdCard/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.CompareImage !== undefined){
let data8 = data.CompareImage;
if(typeof data8 === "string"){
if(func2(data8) < 4){
const err19 = {instancePath:instancePath+"/CompareImage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CompareImage/minLength",keyword:"minLength",params:{limit: 4}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(!pattern4.test(data8)){
const err20 = {instancePath:instancePath+"/CompareImage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CompareImage/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]+={0,2}$"}};
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
const err21 = {instancePath:instancePath+"/CompareImage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CompareImage/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.DisableChangeOcrResult !== undefined){
if(typeof data.DisableChangeOcrResult !== "boolean"){
const err22 = {instancePath:instancePath+"/DisableChangeOcrResult",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/DisableChangeOcrResult/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.DisableCheckOcrWarnings !== undefined){
if(typeof data.DisableCheckOcrWarnings !== "boolean"){
const err23 = {instancePath:instancePath+"/DisableCheckOcrWarnings",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/DisableCheckOcrWarnings/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.SelectedWarningCodes !== undefined){
let data11 = data.SelectedWarningCodes;
if(Array.isArray(data11)){
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
let data12 = data11[i0];
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err24 = {instancePath:instancePath+"/SelectedWarningCodes/" + i0,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SelectedWarningCodes/items/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(!(((((((data12 === -9101) || (data12 === -9102)) || (data12 === -9103)) || (data12 === -9104)) || (data12 === -9107)) || (data12 === -9108)) || (data12 === -9901))){
const err25 = {instancePath:instancePath+"/SelectedWarningCodes/" + i0,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SelectedWarningCodes/items/enum",keyword:"enum",params:{allowedValues: schema33.properties.SelectedWarningCodes.items.enum}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/SelectedWarningCodes",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SelectedWarningCodes/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.Extra !== undefined){
let data13 = data.Extra;
if(typeof data13 === "string"){
if(func2(data13) > 1024){
const err27 = {instancePath:instancePath+"/Extra",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/Extra/maxLength",keyword:"maxLength",params:{limit: 1024}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/Extra",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/Extra/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.SdkVersion !== undefined){
let data14 = data.SdkVersion;
if(typeof data14 !== "string"){
const err29 = {instancePath:instancePath+"/SdkVersion",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SdkVersion/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(!((((data14 === "BASIC") || (data14 === "ENHANCED")) || (data14 === "PRO")) || (data14 === "PLUS"))){
const err30 = {instancePath:instancePath+"/SdkVersion",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SdkVersion/enum",keyword:"enum",params:{allowedValues: schema33.properties.SdkVersion.enum}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.ActionList !== undefined){
let data15 = data.ActionList;
if(typeof data15 === "string"){
if(!pattern5.test(data15)){
const err31 = {instancePath:instancePath+"/ActionList",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/ActionList/pattern",keyword:"pattern",params:{pattern: "^(?!(\\w+),\\1$)(blink|mouth|nod|shake)(,(blink|mouth|nod|shake))?$"}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/ActionList",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/ActionList/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.AllowExpiredDocument !== undefined){
if(typeof data.AllowExpiredDocument !== "boolean"){
const err33 = {instancePath:instancePath+"/AllowExpiredDocument",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/AllowExpiredDocument/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.SkipResultPage !== undefined){
if(typeof data.SkipResultPage !== "boolean"){
const err34 = {instancePath:instancePath+"/SkipResultPage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SkipResultPage/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data.CardOcrDisplayFields !== undefined){
let data18 = data.CardOcrDisplayFields;
if(Array.isArray(data18)){
const len1 = data18.length;
for(let i1=0; i1<len1; i1++){
let data19 = data18[i1];
if(typeof data19 === "string"){
if(!pattern6.test(data19)){
const err35 = {instancePath:instancePath+"/CardOcrDisplayFields/" + i1,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CardOcrDisplayFields/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z]{1,64}$"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/CardOcrDisplayFields/" + i1,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CardOcrDisplayFields/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
else {
const err37 = {instancePath:instancePath+"/CardOcrDisplayFields",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/CardOcrDisplayFields/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.RetryLimit !== undefined){
let data20 = data.RetryLimit;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
const err38 = {instancePath:instancePath+"/RetryLimit",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/RetryLimit/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(typeof data20 == "number"){
if(data20 > 5 || isNaN(data20)){
const err39 = {instancePath:instancePath+"/RetryLimit",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/RetryLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 5}};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err40 = {instancePath:instancePath+"/RetryLimit",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/RetryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
if(data.EnableForgeryDetectionImages !== undefined){
if(typeof data.EnableForgeryDetectionImages !== "boolean"){
const err41 = {instancePath:instancePath+"/EnableForgeryDetectionImages",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/EnableForgeryDetectionImages/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.MetaData !== undefined){
let data22 = data.MetaData;
if(typeof data22 === "string"){
if(func2(data22) > 8192){
const err42 = {instancePath:instancePath+"/MetaData",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/MetaData/maxLength",keyword:"maxLength",params:{limit: 8192}};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(func2(data22) < 1){
const err43 = {instancePath:instancePath+"/MetaData",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/MetaData/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/MetaData",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/MetaData/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.SkipLaunchPage !== undefined){
if(typeof data.SkipLaunchPage !== "boolean"){
const err45 = {instancePath:instancePath+"/SkipLaunchPage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SkipLaunchPage/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data.SkipOcrConfirmPage !== undefined){
if(typeof data.SkipOcrConfirmPage !== "boolean"){
const err46 = {instancePath:instancePath+"/SkipOcrConfirmPage",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/SkipOcrConfirmPage/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.HideProgressBar !== undefined){
if(typeof data.HideProgressBar !== "boolean"){
const err47 = {instancePath:instancePath+"/HideProgressBar",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/HideProgressBar/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data.AllowUploadPhoto !== undefined){
if(typeof data.AllowUploadPhoto !== "boolean"){
const err48 = {instancePath:instancePath+"/AllowUploadPhoto",schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/properties/AllowUploadPhoto/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath,schemaPath:"spec#/components/schemas/ApplySdkVerificationTokenRequest/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validateGetSdkVerificationResult = validate22;
const schema34 = {"$id":"GetSdkVerificationResult","$ref":"spec#/components/schemas/GetSdkVerificationResultRequest"};
const schema35 = {"type":"object","required":["SdkToken"],"additionalProperties":false,"properties":{"SdkToken":{"type":"string","minLength":1}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="GetSdkVerificationResult" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.SdkToken === undefined){
const err0 = {instancePath,schemaPath:"spec#/components/schemas/GetSdkVerificationResultRequest/required",keyword:"required",params:{missingProperty: "SdkToken"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(key0 === "SdkToken")){
const err1 = {instancePath,schemaPath:"spec#/components/schemas/GetSdkVerificationResultRequest/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.SdkToken !== undefined){
let data0 = data.SdkToken;
if(typeof data0 === "string"){
if(func2(data0) < 1){
const err2 = {instancePath:instancePath+"/SdkToken",schemaPath:"spec#/components/schemas/GetSdkVerificationResultRequest/properties/SdkToken/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/SdkToken",schemaPath:"spec#/components/schemas/GetSdkVerificationResultRequest/properties/SdkToken/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"spec#/components/schemas/GetSdkVerificationResultRequest/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

export const validators: unknown = { ApplySdkVerificationToken: validateApplySdkVerificationToken, GetSdkVerificationResult: validateGetSdkVerificationResult }

export const messages: unknown = {
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
        "SelectedWarningCodes",
        "Extra",
        "SdkVersion",
        "ActionList",
        "AllowExpiredDocument",
        "SkipResultPage",
        "CardOcrDisplayFields",
        "RetryLimit",
        "EnableForgeryDetectionImages",
        "MetaData",
        "SkipLaunchPage",
        "SkipOcrConfirmPage",
        "HideProgressBar",
        "AllowUploadPhoto"
      ],
      "rules": [
        "CheckMode 2 compares with a photo, so it needs one",
        "ActionList needs liveness detection by motion",
        "forgery detection needs pictures from the camera, not from the album"
      ]
    },
    "CompareImage": {
      "shouldBe": "Base64 without a \"data:\" prefix and without line breaks"
    },
    "ActionList": {
      "shouldBe": "\"blink\", \"mouth\", \"nod\" or \"shake\", or two different ones with a comma between"
    },
    "CardOcrDisplayFields.*": {
      "shouldBe": "the name of a field of the card, such as \"FullName\""
    }
  },
  "GetSdkVerificationResult": {
    "": {
      "fields": [
        "SdkToken"
      ]
    }
  }
}
