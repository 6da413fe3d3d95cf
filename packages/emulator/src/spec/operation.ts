import type { OutputUnit } from '@cfworker/json-schema'
import { isObject, type JsonObject } from '../json.ts'
import { resolve } from './reference.ts'
import { withAllOf } from './schema.ts'
import type { SchemaCheck } from './schema-check.ts'

/** One action of an API. */
export interface Operation {
  service: string
  action: string
  /** Headers that it takes, by lower-case name. */
  headers: ReadonlyMap<string, HeaderRule>
  /** Undefined where the description has no `x-requests-per-second`. */
  requestsPerSecond: number | undefined
  /** The schema of its parameters. */
  request: JsonObject
  /** Schemas of its parameters by name, without `$ref` at the top. */
  parameters: ReadonlyMap<string, JsonObject>
  /** The schema of what stands in `Response` when all is well. */
  response: JsonObject
  /** Returns what is wrong with parameters. */
  validate: (parameters: JsonObject) => OutputUnit[]
  /** Follows a `$ref` inside these schemas. */
  resolve: (node: unknown) => JsonObject
}

export interface HeaderRule {
  /** As documented, for messages. */
  name: string
  required: boolean
  /** The values that are allowed; undefined where any is. */
  values: readonly string[] | undefined
}

export function parseOperation(
  document: JsonObject,
  path: string,
  operation: JsonObject,
  service: string,
  check: SchemaCheck,
): Operation {
  const headers = headerRules(document, operation)
  const action = headers.get('x-tc-action')?.values?.[0] ?? /#X-TC-Action=(\w+)$/.exec(path)?.[1]
  if (!action) throw new TypeError(`The operation at ${path} of the API description has no constant X-TC-Action.`)
  const request = jsonSchema(document, operation.requestBody) ?? { type: 'object' }
  return {
    service,
    action,
    headers,
    requestsPerSecond: rateOf(operation, action),
    request,
    parameters: propertiesOf(document, request),
    response: responseSchema(document, operation, action),
    validate: (parameters) => check(parameters, request),
    resolve: (node) => resolve(document, node),
  }
}

function headerRules(document: JsonObject, operation: JsonObject): Map<string, HeaderRule> {
  const parameters: unknown[] = Array.isArray(operation.parameters) ? operation.parameters : []
  const rules = parameters
    .map((parameter) => resolve(document, parameter))
    .filter((parameter) => parameter.in === 'header')
    .map((parameter) => headerRule(document, parameter))
  return new Map(rules.map((rule) => [rule.name.toLowerCase(), rule]))
}

function headerRule(document: JsonObject, parameter: JsonObject): HeaderRule {
  const schema = resolve(document, parameter.schema)
  const values: unknown = 'const' in schema ? [schema.const] : (schema.enum ?? schema['x-known-values'])
  return {
    name: String(parameter.name),
    required: parameter.required === true,
    values: Array.isArray(values) ? values.map(String) : undefined,
  }
}

function rateOf(operation: JsonObject, action: string): number | undefined {
  const rate = operation['x-requests-per-second']
  if (rate === undefined || (typeof rate === 'number' && Number.isSafeInteger(rate) && rate > 0)) return rate
  throw new TypeError(`x-requests-per-second of ${action} is a whole number from 1, such as 20.`)
}

function jsonSchema(document: JsonObject, holder: unknown): JsonObject | undefined {
  if (holder === undefined) return undefined
  const { content } = resolve(document, holder)
  const media = isObject(content) ? content['application/json'] : undefined
  return isObject(media) && isObject(media.schema) ? media.schema : undefined
}

function propertiesOf(document: JsonObject, schema: JsonObject): Map<string, JsonObject> {
  const { properties } = withAllOf(resolve(document, schema), (node) => resolve(document, node))
  const entries = isObject(properties) ? Object.entries(properties) : []
  return new Map(entries.map(([name, property]) => [name, resolve(document, property)]))
}

/** `Response` is one of several schemas; the one without `Error` is the good one. */
function responseSchema(document: JsonObject, operation: JsonObject, action: string): JsonObject {
  const responses = isObject(operation.responses) ? operation.responses : {}
  const envelope = propertiesOf(document, jsonSchema(document, responses['200']) ?? {}).get('Response')
  const choices: unknown = envelope?.oneOf ?? envelope?.anyOf
  const candidates = Array.isArray(choices) ? choices.map((choice) => resolve(document, choice)) : [envelope]
  const response = candidates.find((schema) => schema && !propertiesOf(document, schema).has('Error'))
  if (!response) throw new TypeError(`The API description does not say what ${action} returns.`)
  return response
}
