import { ApiError } from '../api-error.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Operation } from '../spec/operation.ts'
import { mainType } from '../spec/schema.ts'

/** What was sent under one step of a name, by the next step: `Filters.0.Name=x` is text under three of them. */
interface Branch {
  text?: string
  steps: Map<string, Branch>
}

/** Deeper than any documented parameter; a query has room for thousands of steps in one name. */
const MOST_STEPS = 64

/**
 * A query holds strings only: the schema says what they were. The order of names means nothing.
 *
 * @throws {ApiError} InvalidParameter
 */
export function parametersOfQuery(query: string, operation: Operation): JsonObject {
  const root: Branch = { steps: new Map() }
  for (const [name, text] of new URLSearchParams(query)) {
    const steps = name.split('.')
    const known = operation.parameters.has(steps[0] ?? '')
    branchAt(root, known ? steps : [name]).text = text
  }
  return objectOf(root, '', operation, (name) => operation.parameters.get(name))
}

function branchAt(root: Branch, steps: string[]): Branch {
  if (steps.length > MOST_STEPS) throw new ApiError('InvalidParameter', 'parameters that are nested too deep')
  let branch = root
  for (const step of steps) {
    const next: Branch = branch.steps.get(step) ?? { steps: new Map() }
    branch.steps.set(step, next)
    branch = next
  }
  return branch
}

function valueAt(branch: Branch, path: string, operation: Operation, schema: JsonObject = {}): unknown {
  const { text, steps } = branch
  if (steps.size === 0) return coerce(text ?? '', schema)
  if (text !== undefined) throw new ApiError('InvalidParameter', path, 'It is sent both as one value and in parts.')
  if (mainType(schema) === 'array' && [...steps.keys()].every(isIndex)) return listOf(branch, path, operation, schema)
  const properties = isObject(schema.properties) ? schema.properties : {}
  return objectOf(branch, `${path}.`, operation, (name) =>
    Object.hasOwn(properties, name) ? operation.resolve(properties[name]) : undefined,
  )
}

/** By index, without holes: whatever the indexes are, the list is as long as what was sent. */
function listOf({ steps }: Branch, path: string, operation: Operation, { items }: JsonObject): unknown[] {
  const schema = isObject(items) ? operation.resolve(items) : undefined
  return [...steps]
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([index, item]) => valueAt(item, `${path}.${index}`, operation, schema))
}

function objectOf(
  { steps }: Branch,
  prefix: string,
  operation: Operation,
  schemaOf: (name: string) => JsonObject | undefined,
): JsonObject {
  const object: JsonObject = {}
  for (const [name, branch] of steps) {
    define(object, name, valueAt(branch, prefix + name, operation, schemaOf(name)))
  }
  return object
}

/** A list with another step in it becomes an object, and the validator refuses it. */
function isIndex(step: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(step)
}

/** As JavaScript writes them, and as Python and its SDK do. */
const booleans: Record<string, boolean> = { true: true, false: false, True: true, False: false }

/** What can't be coerced stays a string, and the validator refuses it. */
function coerce(text: string, schema: JsonObject): unknown {
  const type = mainType(schema)
  if (type === 'boolean' && Object.hasOwn(booleans, text)) return booleans[text]
  if ((type === 'integer' || type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return text
}

/** Assignment would let a parameter named `__proto__` replace the prototype. */
function define(target: JsonObject, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}
