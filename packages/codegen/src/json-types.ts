import { array, isObject, type Json, resolve } from './spec-document.ts'

const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null']

/** The JSON types that values of a schema have. Throws on a schema that does not say. */
export function jsonTypesOf(spec: Json, node: unknown, where: string): string[] {
  const types = typesIn(spec, node, where, new Set())
  if (types.length > 0) return types
  throw new Error(`${where} should say its type: by type, enum, const, anyOf, oneOf or allOf`)
}

function typesIn(spec: Json, node: unknown, where: string, above: ReadonlySet<Json>): string[] {
  const schema = resolve(spec, node, where)
  if (schema.nullable !== undefined) {
    throw new Error(`${where}: nullable is of OpenAPI 3.0; in 3.1 it is type: [string, "null"]`)
  }
  if (above.has(schema)) return []
  const within = new Set([...above, schema])
  const typesOfAll = (list: unknown, name: string) =>
    array(list ?? [], `${where}.${name}`).map((part, index) =>
      typesIn(spec, part, `${where}.${name}[${index}]`, within),
    )

  if (schema.type !== undefined) return [schema.type].flat().map((type) => known(type, where))
  const values = 'const' in schema ? [schema.const] : array(schema.enum ?? [], `${where}.enum`)
  const choices = [...typesOfAll(schema.anyOf, 'anyOf'), ...typesOfAll(schema.oneOf, 'oneOf')].flat()
  // All parts hold, so the first one with types decides.
  const part = typesOfAll(schema.allOf, 'allOf').find((types) => types.length > 0) ?? []
  return [...new Set(values.length > 0 ? values.map(typeOf) : choices.length > 0 ? choices : part)]
}

function known(type: unknown, where: string): string {
  if (typeof type === 'string' && TYPES.includes(type)) return type
  throw new Error(`${where}.type should be of ${TYPES.join(', ')}, but is ${JSON.stringify(type)}`)
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return isObject(value) ? 'object' : Number.isInteger(value) ? 'integer' : typeof value
}
