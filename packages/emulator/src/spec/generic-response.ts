import { randomUUID } from 'node:crypto'
import { isObject, type JsonObject } from '../json.ts'
import type { Operation } from './operation.ts'
import { mainType, withAllOf } from './schema.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * A response made from the response schema: whatever the description suggests, and fresh UUIDs for strings.
 *
 * @throws {TypeError} for a schema that requires itself, which nothing can satisfy.
 */
export function genericResponse(operation: Operation): JsonObject {
  const response = valueFor(operation.response, operation, [])
  if (response === undefined) {
    throw new TypeError(`The response of ${operation.action} requires itself somewhere within: it would have no end.`)
  }
  return isObject(response) ? response : {}
}

/**
 * Undefined where there is none that ends.
 *
 * @param outer the schemas that are being built around this one.
 */
function valueFor(node: unknown, operation: Operation, outer: readonly JsonObject[]): unknown {
  const found = operation.resolve(node)
  if (outer.includes(found)) return undefined
  const schema = withAllOf(found, operation.resolve)
  const suggested = suggestion(schema)
  // A token or an id in an example must not become everybody's token.
  if (suggested !== undefined && !(typeof suggested === 'string' && uuid.test(suggested))) return suggested
  if (isObject(schema.properties)) return objectOf(schema.properties, schema.required, operation, [...outer, found])
  const choices = schema.oneOf ?? schema.anyOf
  if (Array.isArray(choices)) return choiceOf(choices, operation, [...outer, found])
  return plainValue(schema)
}

function plainValue(schema: JsonObject): unknown {
  const type = mainType(schema)
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0
  if (type === 'boolean') return false
  if (type === 'array') return []
  if (type === 'object') return {}
  if (type === 'null') return null
  return randomUUID().toUpperCase()
}

/** A property that has no value is left out, and with it the object if it can't do without. */
function objectOf(
  properties: JsonObject,
  required: unknown,
  operation: Operation,
  outer: readonly JsonObject[],
): JsonObject | undefined {
  const entries = Object.entries(properties).map(([name, node]) => [name, valueFor(node, operation, outer)] as const)
  const missing = entries.filter(([, value]) => value === undefined)
  if (Array.isArray(required) && missing.some(([name]) => required.includes(name))) return undefined
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** The first that has a value, and null only where nothing else has. */
function choiceOf(choices: unknown[], operation: Operation, outer: readonly JsonObject[]): unknown {
  const values = choices.map((choice) => valueFor(choice, operation, outer)).filter((value) => value !== undefined)
  return values.find((value) => value !== null) ?? values[0]
}

function suggestion(schema: JsonObject): unknown {
  const examples: unknown[] = Array.isArray(schema.examples) ? schema.examples : []
  const values: unknown[] = Array.isArray(schema.enum) ? schema.enum : []
  if (schema.const !== undefined) return schema.const
  return [schema.default, schema.example, ...examples, ...values].find((value) => value !== undefined && value !== null)
}
