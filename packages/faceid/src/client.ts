import { createSigner } from '@tc3-edge/signer'
import { createAttempt, type PreparedCall } from './attempt.ts'
import type { CallOptions } from './call.ts'
import { answeredInTime } from './credentials.ts'
import { InvalidParametersError } from './errors.ts'
import { createMethods, type FaceidMethods } from './generated/methods.ts'
import { type Operation, serviceName } from './generated/operations.ts'
import { checkedCallSettings, checkedSettings, type FaceidClientOptions, type Settings } from './options.ts'
import { withRetries } from './with-retries.ts'

/** A client of Tencent Cloud's faceid API: one method per operation of the spec. */
export type FaceidClient = FaceidMethods

/**
 * Creates a client. Methods, parameters and answers are named as in the official SDK. Make one and keep it: it remembers
 * derived keys, temporary credentials and what time it is at the service.
 *
 * Calls reject with a `FaceidError`, or with a `TypeError` for options that can't work.
 *
 * @throws TypeError that names the option, for those of the client.
 *
 * @example
 * const faceid = createFaceidClient({ credentials: { secretId, secretKey }, region: 'ap-singapore' })
 * const { SdkToken } = await faceid.ApplySdkVerificationToken({ CheckMode: 1 })
 */
export function createFaceidClient(options: FaceidClientOptions): FaceidClient {
  const settings = checkedSettings(options)
  const { dangerouslyAllowLongTermSecretsInBrowser } = options
  const credentials = answeredInTime(options.credentials, settings.call.timeout)
  const signer = createSigner({ credentials, service: serviceName, dangerouslyAllowLongTermSecretsInBrowser })
  const attempt = createAttempt(settings, signer)

  return createMethods(async (operation, parameters, callOptions) =>
    withRetries(attempt, prepare(settings, operation, parameters ?? {}, callOptions)),
  )
}

function prepare(
  settings: Settings,
  operation: Operation,
  parameters: object,
  options: CallOptions | undefined,
): PreparedCall {
  const call = options ? checkedCallSettings(settings.call, options) : settings.call
  const issues = settings.validate?.(operation.action, parameters)
  if (issues?.length) throw new InvalidParametersError(operation.action, issues)
  return { ...call, operation, body: JSON.stringify(parameters) }
}
