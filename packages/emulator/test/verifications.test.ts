import { describe, expect, it } from 'vitest'
import { failures, outcomes } from '../src/faceid/outcome.ts'
import { createEmulator, developmentCredential, type EmulatorOptions, type Outcome } from '../src/index.ts'
import { answerTo, type CallOptions } from './support/caller.ts'
import type { Envelope } from './support/envelope.ts'

const START = Date.UTC(2026, 4, 6, 12)

function emulated(options: EmulatorOptions = {}) {
  let now = START
  const emulator = createEmulator({ requestsPerSecond: 'unlimited', clock: () => now, ...options })
  const call = (action: string, parameters: object, more: CallOptions = {}): Promise<Envelope> =>
    answerTo(emulator.fetch, parameters, { action, timestamp: Math.floor(now / 1000), ...more })
  const issue = async (Extra?: string, more: CallOptions = {}): Promise<string> =>
    String((await call('ApplySdkVerificationToken', { ...(Extra !== undefined && { Extra }) }, more)).SdkToken)
  const read = (SdkToken: string, more: CallOptions = {}) => call('GetSdkVerificationResult', { SdkToken }, more)
  const wait = (ms: number): void => {
    now += ms
  }
  return { ...emulator, issue, read, wait }
}

describe('a verification', () => {
  it('is passed unless told otherwise, and answers the Extra of its own token', async () => {
    const { issue, read } = emulated()
    const [ann, bob] = [await issue('ann'), await issue('bob')]
    expect(await read(bob)).toMatchObject({ Result: '0', Extra: 'bob', CompareResults: [{ ErrorCode: '0' }] })
    expect(await read(ann)).toMatchObject({ Result: '0', Extra: 'ann', CardVerifyResults: [{ IsPass: true }] })
    expect(await read(await issue())).toMatchObject({ Result: '0', Extra: '' })
  })

  it.each(Object.keys(failures))('fails with %s', async (code) => {
    const { issue, read } = emulated({ outcome: outcomes.find((outcome) => outcome === code) ?? 'passed' })
    expect(await read(await issue())).toMatchObject({ Result: code, CompareResults: [{ ErrorCode: code }] })
  })

  it.each<[Outcome, object]>([
    ['edited-ocr', { Result: '0', CardVerifyResults: [{ IsPass: true, IsEdit: true, EditDetails: [{}] }] }],
    ['warned-card', { Result: '0', CardVerifyResults: [{ IsPass: false, WarnCardInfos: [-9102] }] }],
    ['empty-lists', { Result: '0', CardVerifyResults: [], CompareResults: [], Extra: 'ann' }],
    ['unfinished', { Result: '-999' }],
    ['unfinished-error', { Error: { Code: 'InternalError.UnKnown' } }],
    ['expired', { Error: { Code: 'InvalidParameterValue.BizTokenExpired' } }],
  ])('can be %s', async (outcome, result) => {
    const { issue, read } = emulated({ outcome })
    expect(await read(await issue('ann'))).toMatchObject(result)
  })

  it('can lack its Extra, or come late', async () => {
    const silent = emulated({ outcome: 'no-extra' })
    expect(await silent.read(await silent.issue('ann'))).not.toHaveProperty('Extra')
    const late = emulated({ outcome: 'late' })
    const token = await late.issue('ann')
    expect([(await late.read(token)).Result, (await late.read(token)).Result]).toEqual(['-999', '0'])
  })

  it('is chosen by token, next, account and for all, in this order', async () => {
    const other = { secretId: 'AKID-other', secretKey: 'other' }
    const { issue, read, verifications } = emulated({ credentials: [developmentCredential, other] })
    const theirs = { credential: other }
    verifications.choose({ outcome: '1002' })
    verifications.choose({ outcome: '1005', account: 'AKID-other' })
    verifications.choose({ outcome: '2015', next: 1 })
    const [next, mine, their] = [await issue(), await issue(), await issue('', theirs)]
    const results = async () => [
      (await read(next)).Result,
      (await read(mine)).Result,
      (await read(their, theirs)).Result,
    ]
    expect(await results()).toEqual(['2015', '1002', '1005'])
    verifications.choose({ outcome: '2017', token: mine })
    expect(await results()).toEqual(['2015', '2017', '1005'])
    verifications.clear()
    expect(await results()).toEqual(['0', '0', '0'])
  })

  it('is known to its own account alone, and for three days', async () => {
    const other = { secretId: 'AKID-other', secretKey: 'other' }
    const { issue, read, wait } = emulated({ credentials: [developmentCredential, other] })
    const token = await issue()
    const unknown = { Error: { Code: 'InvalidParameterValue.BizTokenIllegal' } }
    expect(await read(token, { credential: other })).toMatchObject(unknown)
    expect(await read('A561B769-C347-4724-A69A-6C3B3483E107')).toMatchObject(unknown)
    wait(3 * 24 * 3600 * 1000 - 1)
    expect(await read(token)).toMatchObject({ Result: '0' })
    wait(1)
    expect(await read(token)).toMatchObject({ Error: { Code: 'InvalidParameterValue.BizTokenExpired' } })
  })

  it('of a fixed token is remembered', async () => {
    const fixed = emulated({ answers: { ApplySdkVerificationToken: { SdkToken: 'fixed' } } })
    await fixed.issue('ann')
    expect(await fixed.read('fixed')).toMatchObject({ Extra: 'ann' })
  })

  it('has at most 1,000 rules', () => {
    const { verifications } = createEmulator()
    for (let count = 0; count < 1000; count++) verifications.choose({ outcome: '1005' })
    expect(() => verifications.choose({ outcome: '1005' })).toThrow('There are 1000 outcome rules already')
    verifications.clear()
    verifications.choose({ outcome: '1005' })
  })

  it.each([
    [{ outcome: 'fine' }, /^outcome is one of: passed, edited-ocr/],
    [{ outcome: 'passed', nxt: 1 }, /no field "nxt"; it may have: outcome, token, account, next/],
    [{ outcome: 'passed', next: 0 }, /^next is a whole number from 1/],
    [{ outcome: 'passed', token: 'a', next: 1 }, /for a token has no account and no next/],
    [{ outcome: 'passed', token: 'a' }, /^token is none that this emulator issued/],
    ['passed', /^An outcome rule is an object such as/],
  ])('is not chosen by a wrong rule: %j', (rule, message) => {
    const { verifications } = createEmulator()
    expect(() => Reflect.apply(verifications.choose, undefined, [rule])).toThrow(message)
  })
})
