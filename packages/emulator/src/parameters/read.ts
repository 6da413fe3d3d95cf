import { ApiError } from '../api-error.ts'
import type { HttpRequest } from '../http-request.ts'
import { isObject, type JsonObject, parseJson } from '../json.ts'
import type { Operation } from '../spec/operation.ts'
import { parametersOfQuery } from './query.ts'

/**
 * The parameters of a request: its JSON body, or its query.
 *
 * @throws {ApiError} InvalidParameter
 */
export function readParameters(request: HttpRequest, operation: Operation): JsonObject {
  if (request.method === 'GET') return parametersOfQuery(request.query, operation)
  const value = parseJson(request.body)
  if (isObject(value)) return value
  const hint = value === undefined ? 'It is not JSON in UTF-8.' : 'It should be a JSON object, {} without parameters.'
  throw new ApiError('InvalidParameter', 'the body', hint)
}
