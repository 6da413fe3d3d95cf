import { isObject, type JsonObject } from '../json.ts'
import type { Operation } from '../spec/operation.ts'
import { withAllOf } from '../spec/schema.ts'

/** Longer strings are replaced by their length. */
const MAX_STRING_LENGTH = 2048
/** About what the parameters of one request may take in the record; further ones are left out. */
const MAX_TOTAL_LENGTH = 32 * 1024
const MAX_DEPTH = 16

/** Where a description marks no secrets, their names do. */
const secretName = /password|secret|privatekey|passwd/i

interface Budget {
  left: number
}

/** Parameters as the recorder keeps them: secrets and very long values cut to their length. */
export function redact(parameters: JsonObject, operation: Operation): JsonObject {
  const budget = { left: MAX_TOTAL_LENGTH }
  return redactObject(parameters, (name) => operation.parameters.get(name), operation, budget, 0)
}

function redactObject(
  object: JsonObject,
  schemaOf: (name: string) => JsonObject | undefined,
  operation: Operation,
  budget: Budget,
  depth: number,
): JsonObject {
  const kept: [string, unknown][] = []
  for (const [name, value] of Object.entries(object)) {
    budget.left -= name.length + 3
    if (budget.left < 0) break
    const schema = schemaOf(name)
    const secret = isSecret(name, schema)
    kept.push([name, secret ? cut('secret', value, budget) : redactValue(value, schema, operation, budget, depth + 1)])
  }
  return Object.fromEntries(kept)
}

export function isSecret(name: string, schema: JsonObject | undefined): boolean {
  return schema?.['x-secret'] === true || secretName.test(name)
}

function redactValue(
  value: unknown,
  given: JsonObject | undefined,
  operation: Operation,
  budget: Budget,
  depth: number,
): unknown {
  if (typeof value === 'string' && value.length > Math.min(MAX_STRING_LENGTH, budget.left)) {
    return cut('text', value, budget)
  }
  if (typeof value !== 'object' || value === null) {
    budget.left -= String(value).length
    return value
  }
  if (depth > MAX_DEPTH) return cut('nested', value, budget)
  const schema = given && withAllOf(given, operation.resolve)
  if (Array.isArray(value)) {
    const items = isObject(schema?.items) ? operation.resolve(schema.items) : undefined
    const kept: unknown[] = []
    for (const item of value) {
      budget.left -= 1
      if (budget.left < 0) break
      kept.push(redactValue(item, items, operation, budget, depth + 1))
    }
    return kept
  }
  const properties = isObject(schema?.properties) ? schema.properties : {}
  const schemaOf = (name: string): JsonObject | undefined =>
    Object.hasOwn(properties, name) ? operation.resolve(properties[name]) : undefined
  return redactObject(Object(value), schemaOf, operation, budget, depth)
}

function cut(what: string, value: unknown, budget: Budget): string {
  const replacement = typeof value === 'string' ? `[${what}, ${value.length} characters]` : `[${what}]`
  budget.left -= replacement.length
  return replacement
}
