import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../src/index.ts'
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
    expect(await answerTo(fixed.fetch, {})).toMatchObject({
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
    faults.add({ fault: { kind: 'reset' } })
    const broken = callWith(fetch, {})
    await expect(broken).rejects.toThrow(TypeError)
    await expect(broken).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
  })

  it('hears an abort, before the call and while it hangs', async () => {
    const { fetch, faults, received } = createEmulator()
    const reason = new Error('enough')
    await expect(callWith(fetch, {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(received()).toEqual([])
    faults.add({ fault: { kind: 'hang' } })
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
    [{ credentials: [] }, 'credentials is a list of at least one credential such as { secretId, secretKey }.'],
    [{ credentials: 'x' }, 'credentials is a list of at least one credential'],
    [{ credentials: ['x'] }, 'credentials is a list of at least one credential'],
    [{ credentials: [{ secretId: 'a/b', secretKey: 'x' }] }, 'credentials[0].secretId is a string that'],
    [{ credentials: [{ secretId: 5, secretKey: 'x' }] }, 'credentials[0].secretId is a string that'],
    [{ credentials: [{ secretId: 'a', secretKey: '' }] }, 'credentials[0].secretKey is a string that is not empty.'],
    [{ credentials: [{ secretId: 'a', secretKey: undefined }] }, 'credentials[0].secretKey is a string that is not'],
    [{ credentials: [{ secretId: 'a', secretKey: 'b', token: 5 }] }, 'credentials[0].token is a string.'],
    [
      { credentials: [{ secretId: 'a', secretKey: 'b', account: '' }] },
      'credentials[0].account is a string that is not',
    ],
    [{ requestsPerSecond: 0 }, 'requestsPerSecond is a whole number above 0, or "unlimited".'],
    [{ recordingBytes: 1.5 }, 'recordingBytes is a whole number above 0.'],
    [{ unknownParameters: 1 }, 'unknownParameters is true or false.'],
    [{ outcome: 'fine' }, 'outcome is "passed" or "edited-ocr" or'],
    [{ onRequest: 1 }, 'onRequest is a function that takes a request.'],
    [{ window: 'rolling' }, 'window is "calendar" or "sliding".'],
    [{ countRefused: 'no' }, 'countRefused is true or false.'],
    [{ sdkEndpoints: 0 }, 'sdkEndpoints is true or false.'],
    [{ control: null }, 'control is true or false.'],
    [{ regions: 'ap-tokyo' }, 'regions is a list of at least one region such as "ap-singapore".'],
    [{ regions: [] }, 'regions is a list of at least one region'],
    [{ clock: 5 }, 'clock is a function that gives milliseconds since 1970.'],
    [{ sleep: 5 }, 'sleep is a function that waits so many milliseconds.'],
    [{ random: 0.5 }, 'random is a function that gives a number from 0 to below 1.'],
    [{ answers: { ApplySdkVerificationToken: 'x' } }, 'answers is an object that has by action an object of fields'],
    [{ answers: { Nothing: {} } }, 'answers names Nothing; there is: ApplySdkVerificationToken'],
    [{ spec: {} }, 'API description holds no POST operation'],
    [{ requestPerSecond: 5 }, 'There is no option requestPerSecond; there is: credentials, requestsPerSecond, window,'],
    [{ constructor: 5 }, 'There is no option constructor; there is: credentials,'],
    [null, 'The options are an object with any of: credentials, requestsPerSecond,'],
  ])('refuses wrong options by name, from JavaScript too: %j', (options, message) => {
    const make = (): Emulator => Reflect.apply(createEmulator, undefined, [options])
    expect(make).toThrow(TypeError)
    expect(make).toThrow(message)
  })

  it('takes options that are undefined for absent', async () => {
    const emulator: Emulator = Reflect.apply(createEmulator, undefined, [{ clock: undefined, regions: undefined }])
    expect(await codeOf(emulator.fetch, {})).toBe('ok')
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
    expect(error?.Message).toContain(
      `There is no such parameter: ${name}. There is: CheckMode, SecurityLevel, IdCardType,`,
    )
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
