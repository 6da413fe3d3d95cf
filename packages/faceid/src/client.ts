import { createSigner } from '@tc3-edge/signer'
import { createAttempt, type PreparedCall } from './attempt.ts'
import type { CallOptions } from './call.ts'
import { createMethods, type FaceidMethods } from './generated/methods.ts'
import type { Operation } from './generated/operations.ts'
import { checkedCallSettings, checkedSettings, type FaceidClientOptions, type Settings } from './options.ts'
import { withRetries } from './with-retries.ts'

/** A client of Tencent Cloud's faceid API: one method per operation of the spec. */
export type FaceidClient = FaceidMethods

/**
 * Creates a client. Methods, parameters and answers are named as in the official SDK.
 *
 * Throws a `TypeError` for options that can't work. Calls reject with a `FaceidError`.
 *
 * @example
 * const faceid = createFaceidClient({ credentials: { secretId, secretKey }, region: 'ap-singapore' })
 * const { SdkToken } = await faceid.ApplySdkVerificationToken({ CheckMode: 1 })
 */
export function createFaceidClient(options: FaceidClientOptions): FaceidClient {
  const settings = checkedSettings(options)
  const attempt = createAttempt(settings, createSigner({ credentials: settings.credentials, service: 'faceid' }))

  return createMethods((operation, parameters, callOptions = {}) => {
    const { maxRetries, ...call } = prepare(settings, operation, parameters ?? {}, callOptions)
    return withRetries((number) => attempt(call, number), { maxRetries, signal: call.signal })
  })
}

function prepare(
  settings: Settings,
  operation: Operation,
  parameters: object,
  options: CallOptions,
): PreparedCall & { readonly maxRetries: number } {
  const { region, timeout, maxRetries } = checkedCallSettings(settings, options)
  const language = options.language ?? settings.language
  return {
    operation,
    body: JSON.stringify(parameters),
    headers: {
      'X-TC-Action': operation.action,
      'X-TC-Version': operation.version,
      'X-TC-Region': region,
      ...(language === undefined ? {} : { 'X-TC-Language': language }),
    },
    timeout,
    maxRetries,
    signal: options.signal,
  }
}
