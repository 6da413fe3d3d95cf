import openapiTS, { astToString } from 'openapi-typescript'
import { isObject, type Json, mapObjects } from './spec-document.ts'

/** The types of everything on the wire, by openapi-typescript. */
export async function wireTypes(spec: Json): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(mapObjects(spec, (node) => withOpenEnum(withoutConditions(node)))), {
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
    silent: true,
  })
  // `"a" | string` is `string` to an editor; `"a" | (string & {})` is the same type, and completes "a".
  return `\n${astToString(nodes).replaceAll('" | string', '" | (string & {})')}`
}

/** Types of their own for named schemas. `components` has to be in scope. */
export function namedTypes(schemas: readonly string[]): string {
  return schemas.map((name) => `export type ${name} = components['schemas']['${name}']\n`).join('')
}

/** A new value of Tencent's (a card code, a region) must not need a release of ours: the strings of an enum are hints. */
function withOpenEnum(node: Json): Json {
  const { type, enum: values = node['x-known-values'], ...schema } = node
  const types = [type].flat()
  if (!types.includes('string') || !Array.isArray(values)) return node
  const known = values.filter((value) => value !== null).map((value) => ({ const: value }))
  return { ...schema, anyOf: [...known, ...types.map((one) => ({ type: one }))] }
}

/** Conditional rules can't be said in a readable type; validators hold them. Left in, they turn into `& unknown`. */
function withoutConditions(node: Json): Json {
  const { allOf, ...schema } = node
  const areRules = Array.isArray(allOf) && allOf.every((part) => isObject(part) && 'if' in part)
  return areRules ? schema : node
}
