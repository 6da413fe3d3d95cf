import { randomUUID } from 'node:crypto'
import { isObject, type JsonObject } from './json.ts'
import type { Operation } from './operation.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An answer made from the response schema: whatever the description suggests, and fresh UUIDs for strings. */
export function genericAnswer(operation: Operation): JsonObject {
  const answer = valueFor(operation.answer, operation)
  return isObject(answer) ? answer : {}
}

function valueFor(node: unknown, operation: Operation): unknown {
  const schema = operation.resolve(node)
  const suggested = suggestion(schema)
  // A token or an id in an example must not become everybody's token.
  if (suggested !== undefined && !(typeof suggested === 'string' && uuid.test(suggested))) return suggested
  if (isObject(schema.properties)) return objectOf(schema.properties, operation)
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0
  if (schema.type === 'boolean') return false
  if (schema.type === 'array') return []
  if (schema.type === 'object') return {}
  return randomUUID().toUpperCase()
}

function objectOf(properties: JsonObject, operation: Operation): JsonObject {
  return Object.fromEntries(Object.entries(properties).map(([name, node]) => [name, valueFor(node, operation)]))
}

function suggestion(schema: JsonObject): unknown {
  const examples: unknown[] = Array.isArray(schema.examples) ? schema.examples : []
  const values: unknown[] = Array.isArray(schema.enum) ? schema.enum : []
  return schema.const ?? schema.default ?? schema.example ?? examples[0] ?? values[0]
}
