import type { GetSdkVerificationResultResponse } from '@tc3-edge/faceid'
import { describe, expect, it } from 'vitest'
import { malformedField } from '../src/results/malformed-field.ts'
import { judge } from '../src/results/verdict.ts'

type Comparison = NonNullable<GetSdkVerificationResultResponse['CompareResults']>[number]
type Card = NonNullable<GetSdkVerificationResultResponse['CardVerifyResults']>[number]

const file = { Url: 'https://files.example/1', MD5: '0'.repeat(32), Size: 1 }

function comparison(codes: Partial<Comparison> = {}): Comparison {
  return {
    ErrorCode: '0',
    ErrorMsg: '',
    LiveErrorCode: '0',
    LiveErrorMsg: '',
    CompareErrorCode: '0',
    CompareErrorMsg: '',
    Sim: 99,
    IsNeedCharge: true,
    LiveData: file,
    LiveVideo: file,
    ActionVideo: file,
    BestFrame: null,
    ProfileImage: file,
    CardInfoInputJson: null,
    RequestId: 'request',
    ...codes,
  }
}

function card(IsPass: boolean): Card {
  return { IsPass, CardVideo: null, CardImage: null, CardInfoOcrJson: null, RequestId: 'request' }
}

function result(fields: Partial<GetSdkVerificationResultResponse> = {}): GetSdkVerificationResultResponse {
  return {
    Result: '0',
    CardVerifyResults: [card(true)],
    CompareResults: [comparison()],
    RequestId: 'request',
    ...fields,
  }
}

describe('a verification passes', () => {
  it.each([
    ['with a card and a comparison', result()],
    ['without a card', result({ CardVerifyResults: [] })],
    ['with null for cards', result(JSON.parse('{"CardVerifyResults":null}'))],
    ['by liveness alone', result({ CompareResults: [comparison({ CompareErrorCode: null })] })],
    ['at the last of several attempts', result({ CompareResults: [comparison({ ErrorCode: '1005' }), comparison()] })],
    ['with a card that was refused at first', result({ CardVerifyResults: [card(false), card(true)] })],
  ])('%s', (_, passed) => {
    expect(judge(passed)).toMatchObject({ verdict: 'passed', reason: 'passed', code: '0', advice: undefined })
  })
})

describe('a verification fails', () => {
  it.each([
    ['1001', 'liveness-unavailable', 'try-again'],
    ['1002', 'spoofing-suspected', 'try-again'],
    ['1004', 'face-not-detected', 'try-again'],
    ['1005', 'liveness-failed', 'try-again'],
    ['1201', 'poor-lighting', 'better-light'],
    ['2004', 'picture-size', 'try-again'],
    ['2012', 'several-faces', 'try-again'],
    ['2013', 'face-incomplete', 'try-again'],
    ['2014', 'picture-quality', 'better-light'],
    ['2015', 'comparison-failed', 'contact-support'],
    ['2016', 'faces-differ', 'contact-support'],
    ['2017', 'face-covered', 'try-again'],
    ['4711', 'unrecognised', 'contact-support'],
    ['', 'unrecognised', 'contact-support'],
    ['00', 'unrecognised', 'contact-support'],
  ])('with %j: %s, advice %s', (Result, reason, advice) => {
    expect(judge(result({ Result }))).toMatchObject({ verdict: 'failed', reason, code: Result, advice })
  })

  it.each([
    ['the last comparison', { CompareResults: [comparison(), comparison({ ErrorCode: '2016' })] }, 'faces-differ'],
    [
      'the code of the liveness detection',
      { CompareResults: [comparison({ LiveErrorCode: '1002' })] },
      'spoofing-suspected',
    ],
    ['the code of the comparison', { CompareResults: [comparison({ CompareErrorCode: '2016' })] }, 'faces-differ'],
    ['an empty code', { CompareResults: [comparison({ ErrorCode: '' })] }, 'unrecognised'],
    ['no comparison', { CompareResults: [] }, 'no-comparison'],
    ['a refused card', { CardVerifyResults: [card(true), card(false)] }, 'card-rejected'],
    ['comparisons that are null', { CompareResults: null }, 'no-comparison'],
    ['a comparison without its code', { CompareResults: [{ RequestId: 'request' }] }, 'unrecognised'],
    ['a card that does not say it was accepted', { CardVerifyResults: [{ RequestId: 'request' }] }, 'unrecognised'],
    ['a card with null for that', { CardVerifyResults: [{ IsPass: null }] }, 'unrecognised'],
  ] as readonly [string, object, string][])('by %s, whatever the whole flow says', (_, fields, reason) => {
    expect(judge(result(fields))).toMatchObject({ verdict: 'failed', reason })
  })

  it('with one advice for a spoof and for failed liveness', () => {
    expect(judge(result({ Result: '1002' })).advice).toBe(judge(result({ Result: '1005' })).advice)
  })
})

it('a verification that has not ended is unfinished', () => {
  const unfinished = judge(result({ Result: '-999', CardVerifyResults: [], CompareResults: [] }))
  expect(unfinished).toMatchObject({ verdict: 'unfinished', reason: undefined, advice: undefined, attempts: 0 })
})

describe('a response is judged only if its fields are of the documented types', () => {
  const passed = { ErrorCode: '0' }
  it.each<[string, object]>([
    ['CompareResults', { CompareResults: passed }],
    ['CompareResults', { CompareResults: '0' }],
    ['CompareResults', { CompareResults: [null] }],
    ['CompareResults', { CompareResults: [{ ErrorCode: ['0'] }] }],
    ['CompareResults', { CompareResults: [{ ...passed, LiveErrorCode: 1002 }] }],
    ['CompareResults', { CompareResults: [{ ...passed, CompareErrorCode: {} }] }],
    ['CompareResults', { CompareResults: [{ ...passed, LivenessInfoTag: [3] }] }],
    ['CompareResults', { CompareResults: [{ ErrorCode: 0 }, passed] }],
    ['CardVerifyResults', { CardVerifyResults: { IsPass: false } }],
    ['CardVerifyResults', { CardVerifyResults: [null] }],
    ['CardVerifyResults', { CardVerifyResults: [{ IsPass: 'false' }] }],
    ['CardVerifyResults', { CardVerifyResults: [{ IsPass: 0 }] }],
    ['CardVerifyResults', { CardVerifyResults: [{ IsPass: true, IsEdit: 1 }] }],
    ['CardVerifyResults', { CardVerifyResults: [{ IsPass: true, WarnCardInfos: '-9102' }] }],
    ['ChargeCount', { ChargeCount: 0.5 }],
    ['DeviceInfoLevel', { DeviceInfoLevel: 1 }],
  ])('not with another %s: %j', (field, fields) => {
    expect(malformedField({ ...result(), ...fields })).toBe(field)
  })

  it.each<object>([
    {},
    { CompareResults: null, CardVerifyResults: null, ChargeCount: null, DeviceInfoLevel: null },
    { CompareResults: [{ ...passed, CompareErrorCode: null, LivenessInfoTag: null }], CardVerifyResults: [{}] },
    { DeviceInfoLevel: '9', Another: [{}] },
  ])('also with %j', (fields) => {
    expect(malformedField({ ...result(), ...fields })).toBeUndefined()
  })
})
