import { jsonTypesOf } from './json-types.ts'
import { array, isObject, type Json, object, resolve, resolveWithSiblings, string } from './spec-document.ts'

/** One field of a request or an answer. */
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

/** The fields of a named schema, in the order they stand there. */
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
  // By schema, because one schema may be shared by several fields.
  const seen = new Map<Json, Set<string>>()
  const visit = (node: unknown, field: string): void => {
    if (Array.isArray(node)) for (const part of node) visit(part, field)
    if (!isObject(node)) return
    const schema = resolve(spec, node, field)
    // The mark may stand beside a reference, too. All that is in a secret field goes with it, whatever its name.
    if (node['x-secret'] === true || schema['x-secret'] === true) {
      secrets.add(field)
      return
    }
    const fields = seen.get(schema) ?? new Set()
    if (fields.has(field)) return
    seen.set(schema, fields.add(field))
    const { properties, ...others } = schema
    for (const part of Object.values(others)) visit(part, field)
    for (const [name, property] of Object.entries(isObject(properties) ? properties : {})) visit(property, name)
  }
  for (const name of names) visit(named(spec, name), name)
  return [...secrets].sort()
}

function named(spec: Json, name: string): Json {
  return resolve(spec, { $ref: `#/components/schemas/${name}` }, name)
}
