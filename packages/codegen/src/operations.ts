import { checkClosed, checkDocument, checkedTypes } from './check-document.ts'
import { type Field, fieldsOf, rulesOf, secretsOf, typesOf } from './fields.ts'
import { array, isObject, type Json, object, resolve, string } from './spec-document.ts'

/** One operation of the upstream API, with all that generated code says about it. */
export interface Operation {
  /** The name of the method, which is also `X-TC-Action`. */
  readonly action: string
  /** `X-TC-Version`. */
  readonly version: string
  readonly summary: string
  readonly description: string
  /** A page about the operation. */
  readonly page: string | undefined
  readonly deprecated: boolean
  /** Names of the schemas of the request and of the response without its envelope. */
  readonly request: string
  readonly response: string
  /** Names of all schemas that these two are made of, as far as they deserve a type of their own. */
  readonly types: readonly string[]
  readonly parameters: readonly Field[]
  /** What conditional rules among the parameters say. */
  readonly rules: readonly string[]
  readonly responseFields: readonly Field[]
  /** Names of the fields, in requests and responses, that must not show up in logs. */
  readonly secrets: readonly string[]
  /** Whether repeating a call has no further effect (`x-idempotent`, default false). */
  readonly idempotent: boolean
  /** How large a response may be (`x-max-response-bytes`, default 1 MiB). */
  readonly maxResponseBytes: number
  /** The documented limit (`x-requests-per-second`), if there is one. */
  readonly requestsPerSecond: number | undefined
  /** Whether `X-TC-Region` must be sent, may be, or is not. */
  readonly region: 'required' | 'optional' | 'none'
}

const DEFAULT_MAX_RESPONSE_BYTES = 1024 ** 2

/** Where the API is: the first of the document's servers. The first label of its host is the service's name. */
export function readServer(spec: Json): { readonly endpoint: string; readonly service: string } {
  const server = object(array(spec.servers, 'servers')[0], 'servers[0]')
  const { origin, hostname } = new URL(string(server.url, 'servers[0].url'))
  return { endpoint: origin, service: string(hostname.split('.')[0], 'the first label of servers[0].url') }
}

/** The operations of a document in document order. Throws on one that the conventions of spec/ don't cover. */
export function readOperations(spec: Json): Operation[] {
  checkDocument(spec)
  return Object.entries(object(spec.paths, 'paths')).map(([path, item]) =>
    readOperation(spec, path, object(item, path)),
  )
}

function readOperation(spec: Json, path: string, item: Json): Operation {
  const where = `paths[${path}].post`
  const operation = object(item.post, where)
  if (item.servers ?? operation.servers) {
    throw new Error(`${where}: a server of its own is not supported; a document describes one service`)
  }
  const request = requestName(operation, where)
  checkClosed(spec, request)
  const response = responseName(object(object(operation.responses, where)['200'], `${where}.responses.200`), where)
  return {
    action: actionOf(spec, operation, path, where),
    version: headerConst(spec, operation, where, 'X-TC-Version'),
    summary: string(operation.summary, `${where}.summary`),
    description: typeof operation.description === 'string' ? operation.description : '',
    page: isObject(operation.externalDocs) ? string(operation.externalDocs.url, `${where}.externalDocs`) : undefined,
    deprecated: operation.deprecated === true,
    request,
    response,
    parameters: fieldsOf(spec, request),
    rules: rulesOf(spec, request),
    responseFields: withRequestId(fieldsOf(spec, response), response),
    types: checkedTypes(typesOf(spec, [request, response])),
    secrets: secretsOf(spec, [request, response]),
    ...traitsOf(spec, operation, where),
  }
}

function traitsOf(spec: Json, operation: Json, where: string) {
  const count = (name: string) => countOf(operation[name], `${where}.${name}`)
  return {
    idempotent: booleanOf(operation['x-idempotent'] ?? false, `${where}.x-idempotent`),
    maxResponseBytes: count('x-max-response-bytes') ?? DEFAULT_MAX_RESPONSE_BYTES,
    requestsPerSecond: count('x-requests-per-second'),
    region: regionOf(header(spec, operation, where, 'X-TC-Region')),
  }
}

function actionOf(spec: Json, operation: Json, path: string, where: string): string {
  const action = headerConst(spec, operation, where, 'X-TC-Action')
  if (!/^[A-Z]\w*$/.test(action)) {
    throw new Error(`${where}: "${action}" can't be the name of a method; actions begin with a capital`)
  }
  const expectedPath = `/#X-TC-Action=${action}`
  if (path !== expectedPath) throw new Error(`The path of ${action} should be ${expectedPath}, but is ${path}`)
  if (operation.operationId !== action) throw new Error(`${where}.operationId should be ${action}, as X-TC-Action says`)
  return action
}

/** Errors and hooks hold the id of every response. */
function withRequestId(fields: readonly Field[], response: string): readonly Field[] {
  if (fields.some(({ name, types, required }) => name === 'RequestId' && types.join() === 'string' && required))
    return fields
  throw new Error(`${response} should require RequestId, a string`)
}

function headerConst(spec: Json, operation: Json, where: string, name: string): string {
  const parameter = header(spec, operation, where, name)
  if (parameter === undefined) throw new Error(`${where}.parameters lacks the header ${name}`)
  return string(object(parameter.schema, name).const, `${where}: the const of ${name}`)
}

function header(spec: Json, operation: Json, where: string, name: string): Json | undefined {
  return array(operation.parameters, `${where}.parameters`)
    .map((parameter) => resolve(spec, parameter, `${where}.parameters`))
    .find((parameter) => parameter.in === 'header' && parameter.name === name)
}

function regionOf(parameter: Json | undefined): Operation['region'] {
  if (parameter === undefined) return 'none'
  return parameter.required === true ? 'required' : 'optional'
}

function booleanOf(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value
  throw new Error(`${where} should be true or false, but is ${JSON.stringify(value)}`)
}

function countOf(value: unknown, where: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value > 0)) return value
  throw new Error(`${where} should be a whole number from 1, but is ${JSON.stringify(value)}`)
}

function requestName(operation: Json, where: string): string {
  const body = object(operation.requestBody, `${where}.requestBody`)
  return schemaName(jsonSchema(body, where), `${where}.requestBody`)
}

/** The response is `{"Response": <one of: a named schema, ErrorResponse>}`. */
function responseName(response: Json, where: string): string {
  const properties = object(
    jsonSchema(response, `${where}.responses.200`).properties,
    `${where}: properties of the response`,
  )
  const choices = array(object(properties.Response, `${where}: Response`).oneOf, `${where}: Response.oneOf`)
  const names = choices.filter(isObject).map((choice) => schemaName(choice, `${where}: Response.oneOf`))
  const [name, ...others] = names.filter((candidate) => candidate !== 'ErrorResponse')
  if (name === undefined || others.length > 0 || names.length !== 2) {
    throw new Error(`${where}: Response should be one of two: a named schema and ErrorResponse`)
  }
  return name
}

function jsonSchema(holder: Json, where: string): Json {
  const content = object(holder.content, `${where}.content`)
  return object(object(content['application/json'], `${where}.content[application/json]`).schema, `${where}: schema`)
}

function schemaName(schema: Json, where: string): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref))?.[1]
  if (name === undefined) throw new Error(`${where}: the schema should be a reference into components/schemas`)
  return name
}
