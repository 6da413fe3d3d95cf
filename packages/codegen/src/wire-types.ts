import openapiTS, { astToString } from 'openapi-typescript'
import { isObject, type Json } from './spec-document.ts'

/** The types of everything on the wire, by openapi-typescript. `rootTypes`: each schema has a name of its own, too. */
export async function wireTypes(spec: Json, { rootTypes = false } = {}): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(withOpenEnums(withoutConditions(spec))), {
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
    rootTypes,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  })
  // `"a" | string` is `string` to an editor; `"a" | (string & {})` is the same type, and completes "a".
  return `\n${astToString(nodes).replaceAll('" | string', '" | (string & {})')}`
}

/** A new value of Tencent's (a card code, a region) must not need a release of ours: the strings of an enum are hints. */
function withOpenEnums(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withOpenEnums)
  if (!isObject(node)) return node
  const { type, enum: values = node['x-known-values'], ...schema } = node
  const types = [type].flat()
  if (types.includes('string') && Array.isArray(values)) {
    const known = values.filter((value) => value !== null).map((value) => ({ const: value }))
    return { ...schema, anyOf: [...known, ...types.map((one) => ({ type: one }))] }
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withOpenEnums(value)]))
}

/** Conditional rules can't be said in a readable type; validators hold them. Left in, they turn into `& unknown`. */
function withoutConditions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutConditions)
  if (!isObject(node)) return node
  const entries = Object.entries(node)
    .filter(([key, value]) => !(key === 'allOf' && Array.isArray(value) && value.every(isCondition)))
    .map(([key, value]) => [key, withoutConditions(value)] as const)
  return Object.fromEntries(entries)
}

const isCondition = (schema: unknown) => isObject(schema) && 'if' in schema
