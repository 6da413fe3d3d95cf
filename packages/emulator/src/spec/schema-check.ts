import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema'
import { isObject, type JsonObject } from '../json.ts'

/** Returns what is wrong with a value by a schema of the document. */
export type SchemaCheck = (value: unknown, schema: JsonObject) => OutputUnit[]

/**
 * The validator marks the schemas it is given, so it gets a copy of them: one for all operations of a document, made at
 * the first call.
 */
export function createSchemaCheck(document: JsonObject): SchemaCheck {
  let components: Schema | undefined
  let lookup: ReturnType<typeof dereference> = {}
  const roots = new Map<JsonObject, Schema>()
  return (value, schema) => {
    if (!components) {
      components = structuredClone({ components: { schemas: schemasOf(document) } })
      lookup = dereference(components, Object.create(null))
    }
    let root = roots.get(schema)
    if (!root) {
      root = structuredClone(schema) satisfies Schema
      dereference(root, lookup, undefined, `/request/${roots.size}`)
      roots.set(schema, root)
    }
    return validate(value, root, '2020-12', lookup, false).errors
  }
}

function schemasOf({ components }: JsonObject): unknown {
  return (isObject(components) ? components.schemas : undefined) ?? {}
}
