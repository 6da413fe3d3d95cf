import { ApiError } from '../api-error.ts'
import { accountOf } from '../credential.ts'
import { readParameters } from '../parameters/read.ts'
import { checkParameters } from '../parameters/validate.ts'
import type { HttpRequest } from '../request.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Operation } from '../spec/operation.ts'
import { type Authentication, authenticate } from './authentication.ts'
import { findOperation } from './operation.ts'
import { checkTransport } from './transport.ts'

export interface Gateway extends Authentication {
  operations: ReadonlyMap<string, Operation>
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
    operation: gateway.operations.get(request.headers.get('x-tc-action') ?? '') ?? null,
    accepted: false,
    region: request.headers.get('x-tc-region'),
    extra: null,
    parameters: {},
    error: null,
  }
  try {
    checkTransport(request)
    const { credential, expired } = authenticate(request, gateway, now)
    found.account = accountOf(credential)
    if (expired) throw expired
    const operation = findOperation(request.headers, gateway.operations)
    found.accepted = true
    found.parameters = readParameters(request, operation)
    found.extra = extraOf(found.parameters)
    checkParameters(found.parameters, operation)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    found.error = error
  }
  return found
}

function extraOf({ Extra }: JsonObject): string | null {
  return typeof Extra === 'string' ? Extra : null
}
