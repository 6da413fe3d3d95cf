import { ApiError } from '../api-error.ts'
import type { HeaderRule, Operation } from '../spec/operation.ts'

/** The code of a header that holds none of its allowed values. */
const codes: Record<string, string> = { 'x-tc-version': 'NoSuchVersion', 'x-tc-region': 'UnsupportedRegion' }

/**
 * Which operation is meant, and whether the headers it takes are in order.
 *
 * @throws {ApiError} MissingParameter, InvalidAction, NoSuchVersion, UnsupportedRegion, InvalidParameterValue
 */
export function findOperation(headers: Headers, operations: ReadonlyMap<string, Operation>): Operation {
  const action = headers.get('x-tc-action')
  if (action === null) throw new ApiError('MissingParameter', 'X-TC-Action')
  const operation = operations.get(action)
  if (!operation) throw new ApiError('InvalidAction', action, `There is: ${[...operations.keys()].join(', ')}.`)
  for (const [name, rule] of operation.headers) checkHeader(headers.get(name), name, rule)
  return operation
}

function checkHeader(value: string | null, name: string, rule: HeaderRule): void {
  if (value === null) {
    if (rule.required) throw new ApiError('MissingParameter', rule.name)
    return
  }
  if (!rule.values || rule.values.includes(value)) return
  const hint = `${rule.name} may be: ${rule.values.join(', ')}.`
  throw name in codes
    ? new ApiError(codes[name] ?? '', value, hint)
    : new ApiError('InvalidParameterValue', rule.name, hint)
}
