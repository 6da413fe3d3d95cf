import { describe, expect, it } from 'vitest'
import { createFaceidClient, InvalidParametersError, type Middleware, operations, ServiceError } from '../src/index.ts'
import { validateParameters } from '../src/validate.ts'
import { credentials, emulated, region } from './support/client.ts'

describe('ApplySdkVerificationToken', () => {
  it('returns the token without its envelope', async () => {
    const { faceid } = emulated()
    const response = await faceid.ApplySdkVerificationToken({ CheckMode: 1, SecurityLevel: 4, Extra: 'fewfewf' })
    expect(response).toMatchObject({
      SdkToken: expect.stringMatching(/^[0-9A-F-]{36}$/i),
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('takes no parameters for the defaults, and a card that the spec does not know', async () => {
    const { faceid } = emulated({ maxRetries: 0 })
    await expect(faceid.ApplySdkVerificationToken()).resolves.toHaveProperty('SdkToken')
    await expect(faceid.ApplySdkVerificationToken({ IdCardType: 'NewCard' })).rejects.toBeInstanceOf(ServiceError)
  })

  it('works taken out of the client', async () => {
    const { ApplySdkVerificationToken } = emulated().faceid
    await expect(ApplySdkVerificationToken()).resolves.toHaveProperty('SdkToken')
  })

  it('is not repeated when the service fails, because a token may have been issued', async () => {
    const { emulator, faceid } = emulated()
    emulator.faults.add({ share: 1, fault: { kind: 'error', code: 'InternalError' } })
    await expect(faceid.ApplySdkVerificationToken()).rejects.toMatchObject({
      code: 'InternalError',
      outcome: 'unknown',
      attempts: 1,
    })
    expect(emulator.received()).toHaveLength(1)
  })

  it('is checked before it is sent, with the validators', async () => {
    const { emulator, faceid } = emulated({ validate: validateParameters })
    const call = faceid.ApplySdkVerificationToken({ CompareImage: 'data:image/png;base64,cGhvdG8' })
    const error: unknown = await call.catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(InvalidParametersError)
    expect(JSON.stringify(error)).not.toContain('cGhvdG8')
    expect(emulator.received()).toEqual([])
  })
})

describe('faceid.api', () => {
  it('is what every method goes through: its middleware sees each call', async () => {
    const { faceid } = emulated()
    const { SdkToken } = await faceid.ApplySdkVerificationToken()
    const seen: string[] = []
    const observer: Middleware = {
      onRequest: ({ schemaPath, request }) => {
        seen.push(`${request.method} ${schemaPath}`)
      },
      onResponse: async ({ schemaPath, response }) => {
        seen.push(`${schemaPath} ${Object.keys((await response.clone().json()).Response)}`)
      },
    }
    faceid.api.use(observer)
    const { api, ...methods } = faceid
    expect(Object.keys(methods)).toEqual(Object.keys(operations))
    for (const [action, method] of Object.entries(methods)) {
      await Reflect.apply(method, undefined, [action === 'GetSdkVerificationResult' ? { SdkToken } : {}])
      expect(seen.splice(0)).toEqual([
        `POST /#X-TC-Action=${action}`,
        expect.stringMatching(`^/#X-TC-Action=${action} .*RequestId`),
      ])
    }
    api.eject(observer)
    await faceid.ApplySdkVerificationToken()
    expect(seen).toEqual([])
  })

  it('takes middleware from the options, too', async () => {
    const traced: Middleware = {
      onRequest: ({ request }) => {
        request.headers.set('traceparent', '00-1-2-01')
      },
    }
    const headers: (string | null)[] = []
    const { faceid, emulator } = emulated({ middleware: [traced] })
    const observed = createFaceidClient({
      credentials,
      region,
      middleware: [traced],
      fetch: (url, init) => {
        headers.push(new Headers(init.headers).get('traceparent'))
        return emulator.fetch(url, init)
      },
    })
    await faceid.ApplySdkVerificationToken()
    await observed.ApplySdkVerificationToken()
    expect(headers).toEqual(['00-1-2-01'])
  })

  it('is an openapi-fetch client', async () => {
    const { faceid } = emulated()
    const path = '/#X-TC-Action=ApplySdkVerificationToken'
    const { data, error, response } = await faceid.api.POST(path, { body: { CheckMode: 1 } })
    expect(data?.SdkToken).toMatch(/./)
    expect(error).toBeUndefined()
    expect(response.status).toBe(200)
    const refused = await faceid.api.POST(path, { body: Object({ Misspelt: 1 }) })
    expect(refused.error).toMatchObject({ name: 'ServiceError', code: 'UnknownParameter' })
  })
})

describe('options that can’t work are refused by name', () => {
  it.each([
    ['no region', { region: undefined }, 'region should be a region such as "ap-singapore"'],
    ['a region with a line break', { region: 'ap-singapore\n' }, 'region should be'],
    ['no credentials', { credentials: undefined }, 'credentials must be an object or a function'],
    ['a missing secret key', { credentials: { secretId: 'a' } }, 'credentials.secretKey must be'],
    ['another service', { service: 'cvm' }, 'Unknown option "service"'],
    ['another version', { version: '2020-01-01' }, 'Unknown option "version"'],
    ['other operations', { operations: {} }, 'Unknown option "operations"'],
    ['a misspelt option', { retries: 3 }, 'Unknown option "retries"'],
  ])('%s', (_, wrong, message) => {
    expect(() => createFaceidClient(Object.assign({ credentials, region }, wrong))).toThrow(message)
  })

  it('and so is the lack of any', () => {
    expect(() => Reflect.apply(createFaceidClient, undefined, [])).toThrow('options should be an object')
  })
})
