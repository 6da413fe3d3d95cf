import { describe, expect, it } from 'vitest'
import { createEmulator } from '../src/index.ts'
import { answerTo, callWith, codeOf } from './support/caller.ts'

describe('an emulator in the same process', () => {
  it('is a fetch function: it takes a URL with options, or a Request, for any host', async () => {
    const { fetch } = createEmulator()
    expect(await codeOf(fetch, {})).toBe('ok')
    expect(await codeOf((input, init) => fetch(new Request(input, init)), {})).toBe('ok')
    expect(await codeOf(fetch, {}, { url: 'https://faceid.intl.tencentcloudapi.com' })).toBe('ok')
  })

  it('answers with fresh ids each time, JSON and status 200, errors too', async () => {
    const { fetch } = createEmulator()
    const first = await answerTo(fetch, {})
    const second = await answerTo(fetch, {})
    expect(new Set([first.SdkToken, second.SdkToken, first.RequestId, second.RequestId]).size).toBe(4)
    const refusal = await callWith(fetch, { Bogus: 1 })
    expect(refusal.status).toBe(200)
    expect(refusal.headers.get('content-type')).toBe('application/json')
  })

  it('gives fixed answers, or answers by the parameters, with a fresh RequestId', async () => {
    const fixed = createEmulator({ answers: { ApplySdkVerificationToken: { SdkToken: 'fixed', RequestId: 'never' } } })
    expect(await answerTo(fixed.fetch, {})).toEqual({
      SdkToken: 'fixed',
      RequestId: expect.not.stringMatching('never'),
    })
    const made = createEmulator({
      answers: { ApplySdkVerificationToken: ({ Extra }) => ({ SdkToken: `token of ${Extra}` }) },
    })
    expect(await answerTo(made.fetch, { Extra: 'ann' })).toMatchObject({ SdkToken: 'token of ann' })
  })

  it('breaks as fetch breaks', async () => {
    const { fetch, faults } = createEmulator()
    faults.order({ fault: { kind: 'reset' } })
    const broken = callWith(fetch, {})
    await expect(broken).rejects.toThrow(TypeError)
    await expect(broken).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  })

  it('hears an abort, before the call and while it hangs', async () => {
    const { fetch, faults, arrivals } = createEmulator()
    const reason = new Error('enough')
    await expect(callWith(fetch, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(arrivals()).toEqual([])
    faults.order({ fault: { kind: 'hang' } })
    const giveUp = new AbortController()
    const hanging = callWith(fetch, {}, { signal: giveUp.signal })
    giveUp.abort(reason)
    await expect(hanging).rejects.toBe(reason)
  })

  it('says where the API is to whoever asks elsewhere', async () => {
    const response = await createEmulator().fetch('http://emulator/index.php')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('The API is at /.')
  })

  it.each([
    [{ credentials: [] }, /credentials holds at least one/],
    [{ credentials: [{ secretId: 'a/b', secretKey: 'x' }] }, /secretId/],
    [{ credentials: [{ secretId: 'a', secretKey: '' }] }, /secretKey of a is empty/],
    [{ requestsPerSecond: 0 }, /requestsPerSecond is a whole number above 0/],
    [{ witnessCapacity: 1.5 }, /witnessCapacity is a whole number above 0/],
    [{ answers: { Nothing: {} } }, /answers names Nothing; there is: ApplySdkVerificationToken/],
    [{ spec: {} }, /API description holds no POST operation/],
  ])('refuses wrong options by name: %j', (options, message) => {
    expect(() => createEmulator(options)).toThrow(message)
  })
})

describe('regions', () => {
  it('are those of the description, or those of the option', async () => {
    expect(await codeOf(createEmulator({ regions: ['ap-tokyo'] }).fetch, {})).toBe('UnsupportedRegion')
    expect(await codeOf(createEmulator({ regions: ['ap-tokyo', 'ap-singapore'] }).fetch, {})).toBe('ok')
  })
})

describe('strange but well-signed bodies', () => {
  const { fetch } = createEmulator({ requestsPerSecond: 1000 })

  it.each(['a"b', '"', 'a" b "c', 'a\n"b'])('an unknown parameter is named as it was sent: %j', async (name) => {
    const { Error: error } = await answerTo(fetch, { [name]: 1 })
    expect(error?.Message).toBe(`There is no such parameter: ${name}.`)
  })

  it.each([
    ['a name that is half a character', '{"\\ud800":1}', 'InvalidParameter'],
    ['a name with a slash and a tilde', { 'a/~b': 1 }, 'UnknownParameter'],
    ['bytes that are not UTF-8', new Uint8Array([123, 34, 255, 34, 58, 49, 125]), 'InvalidParameter'],
    ['no body at all', '', 'InvalidParameter'],
    ['a null', { CheckMode: null }, 'InvalidParameter'],
    ['a parameter named __proto__', '{"__proto__":{"CheckMode":1}}', 'UnknownParameter'],
    ['nesting without end', `{"Extra":${'['.repeat(2e5)}${']'.repeat(2e5)}}`, 'InvalidParameter'],
  ])('%s', async (_, parameters, code) => {
    expect(await codeOf(fetch, parameters)).toBe(code)
  })
})
