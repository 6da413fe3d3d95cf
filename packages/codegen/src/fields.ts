import { jsonTypesOf } from './json-types.ts'
import { array, isObject, type Json, object, resolve, resolveWithSiblings, string } from './spec-document.ts'
import { walkSchema } from './walk-schema.ts'

/** One field of a request or a response. */
export interface Field {
  readonly name: string
  /** Its JSON types; mostly one. */
  readonly types: readonly string[]
  readonly required: boolean
  readonly deprecated: boolean
  readonly description: string
  readonly default: unknown
  /** The cards that it has an effect for; undefined for all. */
  readonly cards: readonly unknown[] | undefined
}

/** The fields of a named schema, in document order. */
export function fieldsOf(spec: Json, name: string): Field[] {
  const schema = named(spec, name)
  for (const [index, part] of array(schema.allOf ?? [], `${name}.allOf`).entries()) {
    if (!(isObject(part) && 'if' in part)) {
      throw new Error(`${name}.allOf[${index}] should be a rule (if, then); write fields of another schema out`)
    }
  }
  const required = array(schema.required ?? [], `${name}.required`)
  return Object.entries(object(schema.properties ?? {}, `${name}.properties`)).map(([field, node]) => {
    const where = `${name}.${field}`
    const property = resolveWithSiblings(spec, node, where)
    return {
      name: field,
      types: jsonTypesOf(spec, node, where),
      required: required.includes(field),
      deprecated: property.deprecated === true,
      description: typeof property.description === 'string' ? property.description : '',
      default: property.default,
      cards: property['x-cards'] === undefined ? undefined : array(property['x-cards'], `${where}.x-cards`),
    }
  })
}

/** What the conditional rules of a named schema say, by their position in `allOf`. */
export function rulesOf(spec: Json, name: string): string[] {
  return array(named(spec, name).allOf ?? [], `${name}.allOf`).map((rule, index) =>
    string(object(rule, name).description, `${name}.allOf[${index}].description`),
  )
}

/**
 * The names of all fields marked `x-secret`, nested ones included, except within a field that is marked itself. A mark
 * deeper in a field's schema (on its items, on one of its choices) is that field's.
 */
export function secretsOf(spec: Json, names: readonly string[]): string[] {
  const secrets = new Set<string>()
  const seen = new Map<Json, Set<string>>()
  for (const name of names) {
    walkSchema(spec, name, ({ node, schema, field }) => {
      // The mark may be beside a reference. All that is in a secret field goes with it, whatever its name.
      if (node['x-secret'] === true || schema['x-secret'] === true) {
        secrets.add(field)
        return false
      }
      // One schema may be that of several fields.
      const fields = seen.get(schema) ?? new Set()
      if (fields.has(field)) return false
      seen.set(schema, fields.add(field))
      return true
    })
  }
  return [...secrets].sort()
}

/** The names of the structures, and of the texts with known values, that named schemas are made of; themselves included. */
export function typesOf(spec: Json, names: readonly string[]): string[] {
  const types = new Set<string>(names)
  const seen = new Set<Json>()
  for (const name of names) {
    walkSchema(spec, name, ({ node, schema }) => {
      const [, type] = /^#\/components\/schemas\/(\w+)$/.exec(String(node.$ref)) ?? []
      if (type !== undefined && (schema.properties ?? schema.enum ?? schema['x-known-values'])) types.add(type)
      if (seen.has(schema)) return false
      seen.add(schema)
      return true
    })
  }
  return [...types].sort()
}

function named(spec: Json, name: string): Json {
  return resolve(spec, { $ref: `#/components/schemas/${name}` }, name)
}
