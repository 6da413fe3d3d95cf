import { isObject, type JsonObject } from '../json.ts'

/** The type of a schema, null aside: `["integer", "null"]` stands for integers. */
export function mainType({ type }: JsonObject): unknown {
  if (!Array.isArray(type)) return type
  const types: unknown[] = type
  return types.find((one) => one !== 'null') ?? types[0]
}

/**
 * A schema with what its `allOf` says put into it.
 *
 * @param resolve follows a `$ref`.
 */
export function withAllOf(
  schema: JsonObject,
  resolve: (node: unknown) => JsonObject,
  outer: readonly JsonObject[] = [],
): JsonObject {
  // A part that holds the whole adds nothing to it.
  if (!Array.isArray(schema.allOf) || outer.includes(schema)) return schema
  const { allOf, ...own } = schema
  const parts = schema.allOf.map((part) => withAllOf(resolve(part), resolve, [...outer, schema]))
  return [...parts, own].reduce(both)
}

function both(one: JsonObject, other: JsonObject): JsonObject {
  const merged: JsonObject = { ...one, ...other }
  if (isObject(one.properties) && isObject(other.properties)) {
    merged.properties = { ...one.properties, ...other.properties }
  }
  if (Array.isArray(one.required) && Array.isArray(other.required)) {
    merged.required = [...one.required, ...other.required]
  }
  return merged
}
