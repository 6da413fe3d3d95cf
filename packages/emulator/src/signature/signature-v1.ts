import { ApiError } from '../api-error.ts'
import type { HttpRequest } from '../http-request.ts'
import { isObject, parseJson } from '../json.ts'

const HINT =
  'This is signature v1, which the emulator does not verify: switch the client to TC3-HMAC-SHA256, such as with ' +
  'new ClientProfile("TC3-HMAC-SHA256") in the Node SDKs or ClientProfile(signMethod="TC3-HMAC-SHA256") in Python.'

/**
 * Signature v1 puts `SecretId` and `Signature` among the parameters. It is recognised in a query, a form and JSON.
 *
 * @throws {ApiError} UnsupportedProtocol
 */
export function refuseSignatureV1(request: HttpRequest): void {
  if (request.headers.authorization !== undefined) return
  if (hasV1(new URLSearchParams(request.query)) || hasV1(parametersOf(request))) {
    throw new ApiError('UnsupportedProtocol', 'signature v1', HINT)
  }
}

function parametersOf({ body }: HttpRequest): URLSearchParams | Map<string, unknown> {
  const value = parseJson(body)
  return isObject(value) ? new Map(Object.entries(value)) : new URLSearchParams(new TextDecoder().decode(body))
}

function hasV1(parameters: { has: (name: string) => boolean }): boolean {
  return parameters.has('Signature') && parameters.has('SecretId')
}
