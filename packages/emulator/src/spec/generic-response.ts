import { randomUUID } from 'node:crypto'
import { isObject, type JsonObject } from '../json.ts'
import type { Operation } from './operation.ts'
import { mainType, withAllOf } from './schema.ts'

/** Makes a value that a schema allows. */
type Maker = () => unknown

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const newId: Maker = () => randomUUID().toUpperCase()

/** By response schema: it is looked through once. */
const makers = new WeakMap<JsonObject, Maker>()

/**
 * A response made from the response schema: whatever the description suggests, and fresh UUIDs for strings.
 *
 * @throws {TypeError} for a schema that requires itself, which nothing can satisfy.
 */
export function genericResponse(operation: Operation): JsonObject {
  const maker = makers.get(operation.response) ?? responseMaker(operation)
  makers.set(operation.response, maker)
  const response = maker()
  return isObject(response) ? response : {}
}

/** @throws {TypeError} for a schema that requires itself. */
export function responseMaker(operation: Operation): Maker {
  const maker = makerFor(operation.response, operation, [])
  if (maker) return maker
  throw new TypeError(`The response of ${operation.action} requires itself somewhere within: it would have no end.`)
}

/**
 * Undefined where there is no value that ends.
 *
 * @param outer the schemas that a value is being made for around this one.
 */
function makerFor(node: unknown, operation: Operation, outer: readonly JsonObject[]): Maker | undefined {
  const found = operation.resolve(node)
  if (outer.includes(found)) return undefined
  const schema = withAllOf(found, operation.resolve)
  const suggested = suggestion(schema)
  // A token or an id in an example must not become everybody's token.
  if (suggested !== undefined && !(typeof suggested === 'string' && uuid.test(suggested))) return () => suggested
  if (isObject(schema.properties)) return objectMaker(schema.properties, schema.required, operation, [...outer, found])
  const choices = schema.oneOf ?? schema.anyOf
  if (Array.isArray(choices)) return choiceMaker(choices, operation, [...outer, found])
  return plainMaker(schema)
}

function plainMaker(schema: JsonObject): Maker {
  const type = mainType(schema)
  if (type === 'integer' || type === 'number') return () => schema.minimum ?? 0
  if (type === 'boolean') return () => false
  if (type === 'array') return () => []
  if (type === 'object') return () => ({})
  if (type === 'null') return () => null
  return newId
}

/** A property that has no value is left out, and with it the object if it can't do without. */
function objectMaker(
  properties: JsonObject,
  required: unknown,
  operation: Operation,
  outer: readonly JsonObject[],
): Maker | undefined {
  const entries = Object.entries(properties).map(([name, node]) => [name, makerFor(node, operation, outer)] as const)
  const missing = entries.filter(([, maker]) => maker === undefined)
  if (Array.isArray(required) && missing.some(([name]) => required.includes(name))) return undefined
  return () => Object.fromEntries(entries.map(([name, maker]) => [name, maker?.()]))
}

/** The first that has a value, and null only where nothing else has. */
function choiceMaker(choices: unknown[], operation: Operation, outer: readonly JsonObject[]): Maker | undefined {
  const values = choices.map((choice) => makerFor(choice, operation, outer)).filter((maker) => maker !== undefined)
  return values.find((maker) => maker() !== null) ?? values[0]
}

function suggestion(schema: JsonObject): unknown {
  const examples: unknown[] = Array.isArray(schema.examples) ? schema.examples : []
  const values: unknown[] = Array.isArray(schema.enum) ? schema.enum : []
  if (schema.const !== undefined) return schema.const
  return [schema.default, schema.example, ...examples, ...values].find((value) => value !== undefined && value !== null)
}
