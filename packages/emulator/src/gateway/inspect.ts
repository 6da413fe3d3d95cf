import { ApiError } from '../api-error.ts'
import { accountOf } from '../credential.ts'
import type { HttpRequest } from '../http-request.ts'
import type { JsonObject } from '../json.ts'
import { readParameters } from '../parameters/read.ts'
import { checkParameters } from '../parameters/validate.ts'
import { refuseSignatureV1 } from '../signature/signature-v1.ts'
import type { Operation } from '../spec/operation.ts'
import { type Authentication, authenticate } from './authentication.ts'
import { findOperation, namedOperation } from './find-operation.ts'
import { checkTransport } from './transport.ts'

export interface Gateway extends Authentication {
  /** Whether parameters that the description does not know are let through. */
  unknownParameters: boolean
}

/** What a gateway finds out about a request before it answers; what comes after an error stays unknown. */
export interface Inspection {
  /** Null where the signature did not prove it. */
  account: string | null
  /** The operation that the request names, whether or not it may be called. */
  operation: Operation | null
  /** Whether the signature is good, the timestamp near enough, and every header of a known operation in order. */
  accepted: boolean
  region: string | null
  /** The caller's `Extra`. */
  extra: string | null
  parameters: JsonObject
  error: ApiError | null
}

/**
 * The checks, in the order of a gateway. It changes nothing: the rate limit, which stands between the operation and
 * its parameters, is the caller's.
 *
 * @param now the time of the gateway, in milliseconds since 1970.
 */
export function inspect(request: HttpRequest, gateway: Gateway, now: number): Inspection {
  const found: Inspection = {
    account: null,
    operation: namedOperation(request.headers, gateway.apis) ?? null,
    accepted: false,
    region: request.headers['x-tc-region'] ?? null,
    extra: null,
    parameters: {},
    error: null,
  }
  try {
    refuseSignatureV1(request)
    checkTransport(request)
    const { credential, apis, expired } = authenticate(request, gateway, now)
    found.account = accountOf(credential)
    if (expired) throw expired
    found.operation = findOperation(request.headers, apis)
    found.accepted = true
    found.parameters = readParameters(request, found.operation)
    found.extra = typeof found.parameters.Extra === 'string' ? found.parameters.Extra : null
    checkParameters(found.parameters, found.operation, gateway.unknownParameters)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    found.error = error
  }
  return found
}
