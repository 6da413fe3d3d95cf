import { ApiError } from '../api-error.ts'
import type { HttpRequest } from '../request.ts'
import { isObject, type JsonObject } from '../spec/json.ts'
import type { Operation } from '../spec/operation.ts'
import { parametersOfQuery } from './query.ts'

/**
 * The parameters of a request: its JSON body, or its query.
 *
 * @throws {ApiError} InvalidParameter
 */
export function readParameters(request: HttpRequest, operation: Operation): JsonObject {
  return request.method === 'GET' ? parametersOfQuery(request.query, operation) : parametersOfBody(request.body)
}

function parametersOfBody(body: Uint8Array): JsonObject {
  const value = parseJson(body)
  if (isObject(value)) return value
  throw new ApiError('InvalidParameter', 'the body', 'It is a JSON object, {} if there are no parameters.')
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    throw new ApiError('InvalidParameter', 'the body', 'It is not JSON in UTF-8.')
  }
}
