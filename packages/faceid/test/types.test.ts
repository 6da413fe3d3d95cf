import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type ApplySdkVerificationTokenRequest,
  type ApplySdkVerificationTokenResponse,
  type AttemptEvent,
  createFaceidClient,
  type FaceidCallOptions,
  type FaceidClient,
  type FaceidClientOptions,
  ServiceError,
  TencentError,
} from '../src/index.ts'
import { assertParameters, validateParameters } from '../src/validate.ts'
import { credentials, region } from './support/client.ts'

/** Checked by `tsc`: each directive fails where what follows it compiles. Nothing here is called. */
function misspelt(faceid: FaceidClient, controller: AbortController): void {
  // @ts-expect-error a parameter
  faceid.ApplySdkVerificationToken({ Checkmode: 1 })
  // @ts-expect-error a value that the API does not have
  faceid.ApplySdkVerificationToken({ CheckMode: 4 })
  // @ts-expect-error a number as text
  faceid.ApplySdkVerificationToken({ CheckMode: '1' })
  // @ts-expect-error an option of a call
  faceid.ApplySdkVerificationToken({}, { retries: 3 })
  // @ts-expect-error an option of the client in a call
  faceid.ApplySdkVerificationToken({}, { credentials })
  // @ts-expect-error a controller in place of its signal
  faceid.ApplySdkVerificationToken({}, { signal: controller })
  // @ts-expect-error a callback
  faceid.ApplySdkVerificationToken({}, () => undefined)
  // @ts-expect-error a method
  faceid.ApplySDKVerificationToken({})
  // @ts-expect-error no region
  createFaceidClient({ credentials })
  // @ts-expect-error an option of the client
  createFaceidClient({ credentials, region, timeOut: 1 })
  // @ts-expect-error half of a key
  createFaceidClient({ credentials: { secretId: 'a' }, region })
  // @ts-expect-error an operation
  validateParameters('ApplySdkVerificationTokens', {})
  // @ts-expect-error a language
  const options: FaceidCallOptions = { language: 'en' }
  expect(options)
}

it('misspelt names do not compile', () => {
  expect(misspelt).toBeTypeOf('function')
})

describe('types', () => {
  it('of the method', () => {
    type Method = FaceidClient['ApplySdkVerificationToken']
    expectTypeOf<Parameters<Method>>().toEqualTypeOf<
      [parameters?: ApplySdkVerificationTokenRequest | undefined, options?: FaceidCallOptions | undefined]
    >()
    expectTypeOf<ReturnType<Method>>().toEqualTypeOf<Promise<ApplySdkVerificationTokenResponse>>()
    expectTypeOf<ApplySdkVerificationTokenResponse>().toEqualTypeOf<{
      SdkToken: string
      ServerParamInfo?: string
      RequestId: string
    }>()
  })

  it('of parameters: numbers are closed, names of cards open', () => {
    expectTypeOf<ApplySdkVerificationTokenRequest['CheckMode']>().toEqualTypeOf<1 | 2 | 3 | undefined>()
    expectTypeOf<'SomeNewIDCard'>().toExtend<ApplySdkVerificationTokenRequest['IdCardType']>()
    expectTypeOf<ApplySdkVerificationTokenRequest['CompareImage']>().toEqualTypeOf<string | undefined>()
  })

  it('of errors: any code may come, the known ones are offered', () => {
    expectTypeOf<'FailedOperation.NewInTown'>().toExtend<TencentError['code']>()
    expectTypeOf<TencentError['code']>().toExtend<string>()
    expectTypeOf(ServiceError.prototype).toExtend<TencentError>()
    expectTypeOf(TencentError.prototype.outcome).toEqualTypeOf<'not-sent' | 'refused' | 'unknown'>()
  })

  it('of options: the client takes those of a call, and every one may be undefined', () => {
    expectTypeOf<FaceidClientOptions>().toExtend<FaceidCallOptions>()
    expectTypeOf<{ signal: AbortSignal | undefined; timeout: number | undefined }>().toExtend<FaceidCallOptions>()
    expectTypeOf<typeof validateParameters>().toExtend<NonNullable<FaceidClientOptions['validate']>>()
    expectTypeOf<typeof globalThis.fetch>().toExtend<NonNullable<FaceidClientOptions['fetch']>>()
    expectTypeOf<(event: AttemptEvent) => void>().toExtend<NonNullable<FaceidCallOptions['onAttempt']>>()
  })

  it('of what was asserted', () => {
    const parameters: unknown = { CheckMode: 1 }
    assertParameters('ApplySdkVerificationToken', parameters)
    expectTypeOf(parameters).toEqualTypeOf<ApplySdkVerificationTokenRequest>()
  })
})
