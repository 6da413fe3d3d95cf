import { type Schema, Validator } from '@cfworker/json-schema'
import { isObject, type JsonObject, resolve } from './json.ts'
import { withAllOf } from './schema.ts'

/** One action of the API. */
export interface Operation {
  action: string
  /** Headers that it takes, by lower-case name. */
  headers: ReadonlyMap<string, HeaderRule>
  /** Undefined where the description has no `x-requests-per-second`. */
  requestsPerSecond: number | undefined
  validator: Validator
  /** Schemas of its parameters by name, without `$ref` at the top. */
  parameters: ReadonlyMap<string, JsonObject>
  /** The schema of what stands in `Response` when all is well. */
  answer: JsonObject
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

export function parseOperation(document: JsonObject, operation: JsonObject): Operation {
  const headers = headerRules(document, operation)
  const action = headers.get('x-tc-action')?.values?.[0]
  if (!action) throw new TypeError('An operation of the API description has no constant X-TC-Action.')
  const request = jsonSchema(document, operation.requestBody) ?? { type: 'object' }
  return {
    action,
    headers,
    requestsPerSecond: rateOf(operation, action),
    validator: validatorOf(document, request),
    parameters: propertiesOf(document, request),
    answer: answerSchema(document, operation, action),
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

/** The schema stands beside `components`, so that the references in it lead somewhere; all errors are collected. */
function validatorOf(document: JsonObject, schema: JsonObject): Validator {
  const schemas = isObject(document.components) ? document.components.schemas : undefined
  const root: Schema = structuredClone({ allOf: [schema], components: { schemas: schemas ?? {} } })
  return new Validator(root, '2020-12', false)
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
function answerSchema(document: JsonObject, operation: JsonObject, action: string): JsonObject {
  const responses = isObject(operation.responses) ? operation.responses : {}
  const envelope = propertiesOf(document, jsonSchema(document, responses['200']) ?? {}).get('Response')
  const choices: unknown = envelope?.oneOf ?? envelope?.anyOf
  const candidates = Array.isArray(choices) ? choices.map((choice) => resolve(document, choice)) : [envelope]
  const answer = candidates.find((schema) => schema && !propertiesOf(document, schema).has('Error'))
  if (!answer) throw new TypeError(`The API description does not say what ${action} answers.`)
  return answer
}
