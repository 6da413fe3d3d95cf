import { type Case, documented, guess } from '../case.ts'
import type { Parameters } from '../client.ts'

const cardTypes = [
  'HK',
  'ML',
  'IndonesiaIDCard',
  'PhilippinesVoteID',
  'PhilippinesDrivingLicense',
  'PhilippinesTinID',
  'PhilippinesSSSID',
  'PhilippinesUMID',
  'MLIDPassport',
  'MacaoIDCard',
  'ThailandIDCard',
  'MainlandIDCard',
  'SingaporeIDCard',
  'JapanIDCard',
  'MLDrivingLicense',
  'IndonesiaDrivingLicense',
  'ThailandDrivingLicense',
  'SingaporeDrivingLicense',
  'JapanDrivingLicense',
  'TaiWanIDCard',
  'HMTPermit',
]

const photo = Buffer.from('not a photo, but well-formed').toString('base64')

const accepted: Case[] = [
  documented('ok', "the document's example", {
    parameters: { CheckMode: 1, SecurityLevel: 4, NeedVerifyIdCard: true, Extra: 'fewfewf', IdCardType: 'HK' },
  }),
  documented('ok', 'no parameters at all', { parameters: {} }),
  ...cardTypes.map((IdCardType) => documented('ok', `IdCardType ${IdCardType}`, { parameters: { IdCardType } })),
  ...[1, 2, 3, 4].map((SecurityLevel) =>
    documented('ok', `SecurityLevel ${SecurityLevel}`, { parameters: { SecurityLevel } }),
  ),
  documented('ok', 'CheckMode 3', { parameters: { CheckMode: 3 } }),
  documented('ok', 'CheckMode 2 with CompareImage', { parameters: { CheckMode: 2, CompareImage: photo } }),
  guess('ok', 'CompareImage where no mode asks for it', { parameters: { CheckMode: 1, CompareImage: photo } }),
  documented('ok', 'a photo of 5 MB', { parameters: { CheckMode: 2, CompareImage: 'A'.repeat(5 * 1024 * 1024) } }),
  documented('ok', 'both switches', { parameters: { DisableChangeOcrResult: true, DisableCheckOcrWarnings: false } }),
  documented('ok', 'one action, SecurityLevel 2', { parameters: { ActionList: 'nod', SecurityLevel: 2 } }),
  documented('ok', 'two actions, SecurityLevel left at 4', { parameters: { ActionList: 'blink,mouth' } }),
  guess('ok', 'Extra of 1,024 letters ("bits" is a mistranslation)', { parameters: { Extra: 'x'.repeat(1024) } }),
  guess('ok', 'Extra of 1,024 emoji, each one character', { parameters: { Extra: '😀'.repeat(1024) } }),
  guess('ok', 'an empty Extra', { parameters: { Extra: '' } }),
  documented('ok', 'Extra in UTF-8', { parameters: { Extra: 'Ünïcödé 身份验证' } }),
]

const refused: Case[] = [
  unknown('a parameter that there is not', { Bogus: 1 }),
  unknown('the right name in the wrong case', { checkMode: 1 }),
  wrongType('CheckMode as a string', { CheckMode: '1' }),
  wrongType('SecurityLevel with a fraction', { SecurityLevel: 1.5 }),
  wrongType('a switch as a string', { NeedVerifyIdCard: 'true' }),
  wrongType('a switch as a number', { DisableCheckOcrWarnings: 1 }),
  wrongType('IdCardType as a number', { IdCardType: 1 }),
  wrongType('Extra as an object', { Extra: { user: 1 } }),
  wrongType('ActionList as a list', { ActionList: ['blink'] }),
  wrongValue('CheckMode 4', { CheckMode: 4 }),
  wrongValue('SecurityLevel 0', { SecurityLevel: 0 }),
  wrongValue('IdCardType that there is not', { IdCardType: 'MoonIDCard' }),
  wrongValue('IdCardType in the wrong case', { IdCardType: 'hk' }),
  wrongValue('IdCardType with its number in the list', { IdCardType: '10..MacaoIDCard' }),
  wrongValue('an action that there is not', { ActionList: 'smile' }),
  documented('MissingParameter', 'CheckMode 2 without CompareImage', { parameters: { CheckMode: 2 } }),
  guess('InvalidParameterValue', 'actions with SecurityLevel 1', {
    parameters: { ActionList: 'blink', SecurityLevel: 1 },
  }),
  guess('InvalidParameterValue', 'actions with SecurityLevel 3', {
    parameters: { ActionList: 'blink', SecurityLevel: 3 },
  }),
  guess('InvalidParameterValue', 'three actions', { parameters: { ActionList: 'blink,mouth,nod' } }),
  guess('InvalidParameterValue', 'the same action twice', { parameters: { ActionList: 'blink,blink' } }),
  guess('InvalidParameterValue', 'a space between actions', { parameters: { ActionList: 'blink, mouth' } }),
  guess('InvalidParameterValue', 'Extra of 1,025 letters', { parameters: { Extra: 'x'.repeat(1025) } }),
  guess('InvalidParameterValue', 'Extra of 1,025 emoji', { parameters: { Extra: '😀'.repeat(1025) } }),
  guess('InvalidParameterValue', 'a photo with a data: prefix', {
    parameters: { CheckMode: 2, CompareImage: `data:image/png;base64,${photo}` },
  }),
  guess('UnknownParameter', 'several faults at once: the unknown parameter first', {
    parameters: { Bogus: 1, CheckMode: '1', SecurityLevel: 9 },
  }),
]

export const parameterCases: Case[] = [...accepted, ...refused]

function unknown(title: string, parameters: Parameters): Case {
  return documented('UnknownParameter', title, { parameters })
}

function wrongType(title: string, parameters: Parameters): Case {
  return documented('InvalidParameter', title, { parameters })
}

function wrongValue(title: string, parameters: Parameters): Case {
  return documented('InvalidParameterValue', title, { parameters })
}
