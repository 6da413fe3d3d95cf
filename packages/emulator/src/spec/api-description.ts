import { isObject, type JsonObject } from '../json.ts'
import { responseMaker } from './generic-response.ts'
import { type Operation, parseOperation } from './operation.ts'
import { resolve } from './reference.ts'
import { createSchemaCheck } from './schema-check.ts'

/** What the emulator needs to know of one service; all of it comes from an OpenAPI document. */
export interface ApiDescription {
  /** The service in the credential scope: the first label of the API's host. */
  service: string
  /** The hosts that the document names. */
  hosts: readonly string[]
  /** Those that `X-TC-Region` may name; null where any may. */
  regions: readonly string[] | null
  /** The error codes that the document lists. */
  codes: readonly string[]
  /** By action. */
  operations: ReadonlyMap<string, Operation>
}

/**
 * Parses an OpenAPI 3.1 document.
 *
 * @throws {TypeError} saying what is missing or wrong in it.
 */
export function parseDescription(document: unknown): ApiDescription {
  if (!isObject(document)) throw new TypeError('The API description is not an object.')
  const items = pathItems(document)
  if (items.length === 0) throw new TypeError('The API description holds no POST operation.')
  const hosts = hostsOf(document)
  const service = hosts[0]?.split('.')[0]
  if (!service) throw new TypeError('The API description names no server.')
  const check = createSchemaCheck(document)
  const operations = items.map(([path, post]) => parseOperation(document, path, post, service, check))
  // A response that can't be made is an error at set-up, not at a call.
  for (const operation of operations) responseMaker(operation)
  return {
    service,
    hosts,
    regions: operations[0]?.headers.get('x-tc-region')?.values ?? null,
    codes: codesOf(document),
    operations: new Map(operations.map((operation) => [operation.action, operation])),
  }
}

function pathItems(document: JsonObject): [path: string, post: JsonObject][] {
  const paths = isObject(document.paths) ? Object.entries(document.paths) : []
  return paths.flatMap(([path, item]) => {
    const { post } = resolve(document, item)
    return isObject(post) ? [[path, post] satisfies [string, JsonObject]] : []
  })
}

function hostsOf({ servers }: JsonObject): string[] {
  const list: unknown[] = Array.isArray(servers) ? servers : []
  const urls = list.map((server) => (isObject(server) ? String(server.url) : ''))
  return urls.filter((url) => URL.canParse(url)).map((url) => new URL(url).hostname)
}

function codesOf({ components }: JsonObject): string[] {
  const schemas = isObject(components) && isObject(components.schemas) ? components.schemas : {}
  const { ErrorCode } = schemas
  const codes: unknown = isObject(ErrorCode) ? (ErrorCode.enum ?? ErrorCode['x-known-values']) : []
  return Array.isArray(codes) ? codes.map(String) : []
}
