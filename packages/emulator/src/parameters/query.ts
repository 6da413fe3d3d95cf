import { isObject, type JsonObject } from '../spec/json.ts'
import type { Operation } from '../spec/operation.ts'

/** A query holds strings only: the schema says what they were. `Filters.0.Name=x` stands for a nested value. */
export function parametersOfQuery(query: string, operation: Operation): JsonObject {
  const parameters: JsonObject = {}
  for (const [key, text] of new URLSearchParams(query)) {
    const [name = '', ...path] = key.split('.')
    const schema = operation.parameters.get(name)
    if (!schema || path.length === 0) define(parameters, key, coerce(text, schema))
    else define(parameters, name, nest(parameters[name], path, text, schema, operation))
  }
  return parameters
}

function nest(into: unknown, path: string[], text: string, schema: JsonObject, operation: Operation): unknown {
  const [step, ...rest] = path
  if (step === undefined) return coerce(text, schema)
  if (schema.type === 'array') {
    const items: unknown[] = Array.isArray(into) ? into : []
    const index = Number(step)
    // Leaves no holes: an index that skips is put at the end.
    const at = Number.isInteger(index) && index >= 0 && index < items.length ? index : items.length
    items[at] = nest(items[at], rest, text, operation.resolve(schema.items ?? {}), operation)
    return items
  }
  const object: JsonObject = isObject(into) ? into : {}
  const properties = isObject(schema.properties) ? schema.properties : {}
  define(object, step, nest(object[step], rest, text, operation.resolve(properties[step] ?? {}), operation))
  return object
}

/** What can't be coerced stays a string, and the validator refuses it. */
function coerce(text: string, schema: JsonObject | undefined): unknown {
  if (schema?.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  if ((schema?.type === 'integer' || schema?.type === 'number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text)
  return text
}

/** Assignment would let a parameter named `__proto__` replace the prototype. */
function define(target: JsonObject, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}
