import { describe, expect, it } from 'vitest'
import { InvalidParametersError, TencentError } from '../src/index.ts'
import { assertParameters, validateParameters } from '../src/validate.ts'
import { emulated } from './support/client.ts'

const messages = (parameters: unknown) =>
  validateParameters('ApplySdkVerificationToken', parameters).map(({ message }) => message)

describe('validateParameters', () => {
  it('finds nothing wrong with the document’s example', () => {
    expect(
      messages({ CheckMode: 1, SecurityLevel: 4, NeedVerifyIdCard: true, Extra: 'fewfewf', IdCardType: 'HK' }),
    ).toStrictEqual([])
  })

  it('says of everything what is wrong and what would be right', () => {
    expect(messages({ CheckMode: 2 })).toStrictEqual([
      'CompareImage is missing: CheckMode 2 compares with a photo, so it needs one',
    ])
    expect(messages({ SecurityLevel: 1, ActionList: 'nod' })).toStrictEqual([
      'SecurityLevel should be 2 or 4: ActionList needs liveness detection by motion',
    ])
    expect(messages({ CheckMode: 7 })).toStrictEqual(['CheckMode should be 1, 2 or 3'])
    expect(messages({ NeedVerifyIdCard: 'yes' })).toStrictEqual(['NeedVerifyIdCard should be of type boolean'])
    expect(messages({ Extra: 'x'.repeat(1025) })).toStrictEqual(['Extra should have at most 1024 characters'])
    expect(messages({ ActionList: 'jump' })).toStrictEqual([
      'ActionList should be "blink", "mouth", "nod" or "shake", or two different ones with a comma between',
    ])
    expect(messages({ CompareImage: 'data:image/png;base64,AAAA' })).toStrictEqual([
      'CompareImage should be Base64 without a "data:" prefix and without line breaks',
    ])
    expect(messages({ checkMode: 1 })[0]).toMatch(/^checkMode is unknown\. Known: CheckMode, /)
    expect(messages([])).toStrictEqual(['The parameters should be of type object'])
  })

  it('counts characters as code points', () => {
    expect(messages({ Extra: '😀'.repeat(1024) })).toStrictEqual([])
    expect(messages({ Extra: '😀'.repeat(1025) })).toHaveLength(1)
  })

  it('never repeats a value', () => {
    const secret = 'do not log me'
    const issues = validateParameters('ApplySdkVerificationToken', { CompareImage: secret, IdCardType: secret })
    expect(issues).toHaveLength(2)
    expect(JSON.stringify(issues)).not.toContain(secret)
  })
})

describe('an operation that does not exist', () => {
  it.each(['ApplySdkVerification', 'constructor', '__proto__'])('is refused by name: %s', (name) => {
    expect(() => Reflect.apply(validateParameters, undefined, [name, {}])).toThrow(`Unknown operation "${name}"`)
  })
})

describe('assertParameters', () => {
  it('throws an error of the family that tells which and why', () => {
    const check = () => assertParameters('ApplySdkVerificationToken', { CheckMode: 2, Extre: 'x' })
    expect(check).toThrow(InvalidParametersError)
    expect(check).toThrow(TencentError)
    expect(check).toThrow(
      expect.objectContaining({
        code: 'Client.InvalidParameters',
        action: 'ApplySdkVerificationToken',
        outcome: 'not-sent',
        retryable: false,
        attempts: 0,
        issues: expect.arrayContaining([
          expect.objectContaining({ parameter: 'CompareImage', rule: 'missing' }),
          expect.objectContaining({ parameter: 'Extre', rule: 'unknown' }),
        ]),
      }),
    )
    expect(check).toThrow(/^ApplySdkVerificationToken: CompareImage is missing: .*; Extre is unknown/)
  })

  it('lets good parameters pass', () => {
    expect(() => assertParameters('ApplySdkVerificationToken', { CheckMode: 1 })).not.toThrow()
  })
})

describe('the option validate', () => {
  it('refuses wrong parameters before anything is sent', async () => {
    const { emulator, faceid } = emulated({ validate: validateParameters })
    const call = faceid.ApplySdkVerificationToken({ CheckMode: 2 })
    await expect(call).rejects.toBeInstanceOf(InvalidParametersError)
    await expect(call).rejects.toMatchObject({ issues: [{ parameter: 'CompareImage' }], attempts: 0 })
    expect(emulator.received()).toEqual([])
  })

  it('lets good ones through, and none at all', async () => {
    const { faceid } = emulated({ validate: validateParameters })
    await expect(faceid.ApplySdkVerificationToken({ CheckMode: 1 })).resolves.toHaveProperty('SdkToken')
    await expect(faceid.ApplySdkVerificationToken()).resolves.toHaveProperty('SdkToken')
  })

  it('off, the service is asked', async () => {
    const { emulator, faceid } = emulated()
    await expect(faceid.ApplySdkVerificationToken({ CheckMode: 2 })).rejects.toMatchObject({ code: 'MissingParameter' })
    expect(emulator.received()).toHaveLength(1)
  })
})
