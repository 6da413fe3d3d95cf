import { ApiError } from '../api-error.ts'
import type { ApiDescription } from '../spec/api-description.ts'
import type { HeaderRule, Operation } from '../spec/operation.ts'

type Headers = Readonly<Record<string, string | undefined>>

/** The code of a header that holds none of its allowed values. */
const codes: Record<string, string> = { 'x-tc-version': 'NoSuchVersion', 'x-tc-region': 'UnsupportedRegion' }

/** The operation that a request names, whether or not it may be called: where services share an action, by version. */
export function namedOperation(headers: Headers, apis: readonly ApiDescription[]): Operation | undefined {
  const action = headers['x-tc-action'] ?? ''
  const candidates = apis.flatMap(({ operations }) => operations.get(action) ?? [])
  const version = headers['x-tc-version'] ?? ''
  return (
    candidates.find((operation) => operation.headers.get('x-tc-version')?.values?.includes(version)) ?? candidates[0]
  )
}

/**
 * Finds the operation that is called, and checks the headers that it takes.
 *
 * @param apis those that the host and the credential scope leave to choose from.
 * @throws {ApiError} MissingParameter, InvalidAction, NoSuchVersion, UnsupportedRegion, InvalidParameterValue
 */
export function findOperation(headers: Headers, apis: readonly ApiDescription[]): Operation {
  const action = headers['x-tc-action']
  if (action === undefined) throw new ApiError('MissingParameter', 'X-TC-Action')
  const operation = namedOperation(headers, apis)
  if (!operation) throw new ApiError('InvalidAction', action, actionHint(action, apis))
  for (const [name, rule] of operation.headers) checkHeader(headers[name], name, rule)
  return operation
}

const MAX_LISTED = 20

function actionHint(action: string, apis: readonly ApiDescription[]): string {
  const actions = apis.flatMap(({ operations }) => [...operations.keys()])
  const meant = actions.find((known) => known.toLowerCase() === action.toLowerCase())
  if (meant) return `Did you mean ${meant}?`
  const listed = actions.slice(0, MAX_LISTED).join(', ')
  return actions.length > MAX_LISTED ? `There are ${actions.length}: ${listed}, ...` : `There is: ${listed}.`
}

function checkHeader(value: string | undefined, name: string, rule: HeaderRule): void {
  if (value === undefined) {
    if (rule.required) throw new ApiError('MissingParameter', rule.name)
    return
  }
  if (!rule.values || rule.values.includes(value)) return
  const hint = `${rule.name} may be: ${rule.values.join(', ')}.`
  throw name in codes
    ? new ApiError(codes[name] ?? '', value, hint)
    : new ApiError('InvalidParameterValue', rule.name, hint)
}
