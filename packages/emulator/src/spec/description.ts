import { genericAnswer } from './generic-answer.ts'
import { isObject, type JsonObject, resolve } from './json.ts'
import { type Operation, parseOperation } from './operation.ts'

/** What the emulator needs to know of an API; all of it comes from an OpenAPI document. */
export interface ApiDescription {
  /** The service in the credential scope: the first label of the API's host. */
  service: string
  /** By action. */
  operations: ReadonlyMap<string, Operation>
}

/**
 * Reads an OpenAPI 3.1 document.
 *
 * @throws {TypeError} saying what is missing or wrong in it.
 */
export function parseDescription(document: unknown): ApiDescription {
  if (!isObject(document)) throw new TypeError('The API description is not an object.')
  const operations = pathItems(document).flatMap((item) =>
    isObject(item.post) ? [parseOperation(document, item.post)] : [],
  )
  if (operations.length === 0) throw new TypeError('The API description holds no POST operation.')
  // What can't be answered is told now, not to whoever calls.
  for (const operation of operations) genericAnswer(operation)
  return {
    service: serviceOf(document),
    operations: new Map(operations.map((operation) => [operation.action, operation])),
  }
}

function pathItems(document: JsonObject): JsonObject[] {
  return isObject(document.paths) ? Object.values(document.paths).map((item) => resolve(document, item)) : []
}

function serviceOf(document: JsonObject): string {
  const server: unknown = Array.isArray(document.servers) ? document.servers[0] : undefined
  const url = isObject(server) && typeof server.url === 'string' ? server.url : ''
  const label = URL.canParse(url) ? new URL(url).hostname.split('.')[0] : undefined
  if (!label) throw new TypeError('The API description names no server.')
  return label
}
