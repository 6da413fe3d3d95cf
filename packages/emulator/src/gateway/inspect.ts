import { accountOf } from '../credential.ts'
import { readParameters } from '../parameters/read.ts'
import { checkParameters } from '../parameters/validate.ts'
import { Refusal } from '../refusal.ts'
import type { ReceivedRequest } from '../request.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Operation } from '../spec/operation.ts'
import { type Authentication, authenticate } from './authentication.ts'
import { findOperation } from './operation.ts'
import { checkTransport } from './transport.ts'

export interface Gateway extends Authentication {
  operations: ReadonlyMap<string, Operation>
}

/** What a gateway finds out about a request before it answers; what comes after a refusal stays unknown. */
export interface Inspection {
  account: string | null
  operation: Operation | null
  region: string | null
  /** The caller's `Extra`. */
  extra: string | null
  parameters: JsonObject
  refusal: Refusal | null
}

/**
 * The checks, in the order of a gateway. It changes nothing: the rate limit, which stands between the operation and
 * its parameters, is the caller's.
 *
 * @param now the time of the gateway, in milliseconds since 1970.
 */
export function inspect(request: ReceivedRequest, gateway: Gateway, now: number): Inspection {
  const found: Inspection = { account: null, operation: null, region: null, extra: null, parameters: {}, refusal: null }
  try {
    checkTransport(request)
    found.account = accountOf(authenticate(request, gateway, now))
    found.operation = findOperation(request.headers, gateway.operations)
    found.region = request.headers.get('x-tc-region')
    found.parameters = readParameters(request, found.operation)
    found.extra = extraOf(found.parameters)
    checkParameters(found.parameters, found.operation)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    found.refusal = error
  }
  return found
}

function extraOf({ Extra }: JsonObject): string | null {
  return typeof Extra === 'string' ? Extra : null
}
