import { array, isObject, type Json, object, resolve, string } from './spec-document.ts'

/** One field of a request or an answer. */
export interface Field {
  readonly name: string
  /** Its JSON type. */
  readonly type: string
  readonly required: boolean
  readonly description: string
  readonly default: unknown
}

/** The fields of a named schema, in the order they stand there. */
export function fieldsOf(spec: Json, name: string): Field[] {
  const schema = named(spec, name)
  const required = array(schema.required ?? [], `${name}.required`)
  return Object.entries(object(schema.properties ?? {}, `${name}.properties`)).map(([field, node]) => {
    const where = `${name}.${field}`
    const property = resolve(spec, node, where)
    return {
      name: field,
      type: string(property.type, `${where}.type`),
      required: required.includes(field),
      description: typeof property.description === 'string' ? property.description : '',
      default: property.default,
    }
  })
}

/** What the conditional rules of a named schema say, by their position in `allOf`. */
export function rulesOf(spec: Json, name: string): string[] {
  return array(named(spec, name).allOf ?? [], `${name}.allOf`).map((rule, index) =>
    string(object(rule, name).description, `${name}.allOf[${index}].description`),
  )
}

/** The names of all fields marked `x-secret`, nested ones included. */
export function secretsOf(spec: Json, names: readonly string[]): string[] {
  const secrets = new Set<string>()
  const seen = new Set<Json>()
  const visit = (node: unknown): void => {
    if (!isObject(node)) return
    const schema = resolve(spec, node, 'x-secret')
    if (seen.has(schema)) return
    seen.add(schema)
    visit(schema.items)
    for (const [field, property] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
      if (resolve(spec, property, field)['x-secret'] === true) secrets.add(field)
      visit(property)
    }
  }
  for (const name of names) visit(named(spec, name))
  return [...secrets].sort()
}

function named(spec: Json, name: string): Json {
  return resolve(spec, { $ref: `#/components/schemas/${name}` }, name)
}
