import type { OutputUnit } from '@cfworker/json-schema'
import { isObject, type JsonObject } from '../json.ts'
import type { Operation } from '../spec/operation.ts'
import { withAllOf } from '../spec/schema.ts'
import { isSecret } from './redact.ts'

const MAX_VALUE_LENGTH = 60
const MAX_LISTED = 30

/**
 * Says what is wrong in words: the value, the rule that it breaks, and what the API description says of that rule.
 * Secrets are never shown.
 */
export function explain(unit: OutputUnit, parameters: JsonObject, operation: Operation): string {
  const schemas = schemasAlong(unit.keywordLocation, operation)
  const schema = schemas.at(-1) ?? {}
  const sentences = [ruleOf(unit, schema, valueAt(unit.instanceLocation, parameters), operation), reasonOf(schemas)]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** `#/Filters/0/Name` as steps. */
export function instancePath(location: string): string[] {
  return stepsOf(location)
}

function stepsOf(location: string): string[] {
  return location
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
}

function ruleOf(unit: OutputUnit, schema: JsonObject, value: unknown, operation: Operation): string {
  const { keyword } = unit
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return knownNames(schema, operation)
  if (keyword === 'required' || keyword === 'dependentRequired') return ''
  const name = instancePath(unit.instanceLocation).at(-1) ?? ''
  const is = isSecret(name, schema) ? '' : `It is ${shown(value)}. `
  const limit: unknown = schema[keyword]
  if (keyword === 'type') return `${is}It should be ${[limit].flat().join(' or ')}.`
  if (keyword === 'enum' && Array.isArray(limit)) return `${is}It may be ${listed(limit.map(String), 'or')}.`
  if (keyword === 'const') return `${is}It should be ${shown(limit)}.`
  if (keyword === 'pattern') return `${is}It should be ${schema['x-should-be'] ?? `like ${limit}`}.`
  const text = typeof value === 'string'
  if (keyword === 'maxLength' && text) return `It has ${[...value].length} characters; at most ${limit} are allowed.`
  if (keyword === 'minLength' && text) return `It has ${[...value].length} characters; at least ${limit} are needed.`
  if (keyword === 'maxItems' && Array.isArray(value)) return `It has ${value.length} entries; at most ${limit}.`
  if (keyword === 'minItems' && Array.isArray(value)) return `It has ${value.length} entries; at least ${limit}.`
  if (keyword === 'maximum') return `${is}At most ${limit} is allowed.`
  if (keyword === 'minimum') return `${is}At least ${limit} is allowed.`
  return ''
}

/** What the description says of a rule that stands in an `allOf`: `CheckMode 2 compares with a photo, ...`. */
function reasonOf(schemas: readonly JsonObject[]): string {
  const conditional = schemas.findLast((schema) => isObject(schema.if) && typeof schema.description === 'string')
  const reason = conditional ? String(conditional.description).trim() : ''
  return reason === '' || reason.endsWith('.') ? reason : `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}

function knownNames(schema: JsonObject, operation: Operation): string {
  const { properties } = withAllOf(schema, operation.resolve)
  const names = isObject(properties) ? Object.keys(properties) : []
  return names.length === 0 ? 'There are none.' : `There is: ${listed(names, 'and')}.`
}

function listed(values: readonly string[], word: string): string {
  if (values.length > MAX_LISTED) return `${values.slice(0, MAX_LISTED).join(', ')}, ...`
  return values.length < 2 ? values.join() : `${values.slice(0, -1).join(', ')} ${word} ${values.at(-1)}`
}

function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}...` : text
}

function valueAt(location: string, parameters: JsonObject): unknown {
  let value: unknown = parameters
  for (const step of stepsOf(location)) value = Object(value)[step]
  return value
}

/** The schemas from the root to the one whose keyword was violated. */
function schemasAlong(keywordLocation: string, operation: Operation): JsonObject[] {
  const found: JsonObject[] = [operation.request]
  let current: unknown = operation.request
  for (const step of stepsOf(keywordLocation).slice(0, -1)) {
    current = step === '$ref' ? operation.resolve(current) : Object(current)[step]
    if (isObject(current)) found.push(current)
  }
  return found
}
