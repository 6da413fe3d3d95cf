import { array, isObject, type Json, resolve, resolveWithSiblings } from './spec-document.ts'

/** What there is to say of one place in the parameters. */
interface Place {
  /** The names of its fields. */
  readonly fields?: readonly string[]
  /** What its value should be, where a pattern can't say it. */
  readonly shouldBe?: string
  /** Why each conditional rule is there, by its position in `allOf`. */
  readonly rules?: readonly string[]
}

/**
 * The words for messages about a request, by place: `''` is the parameters themselves, `Filters.*.Name` the name of any of
 * the filters. Of a schema that holds itself the outermost place is told.
 */
export function wordsFor(spec: Json, request: string): Readonly<Record<string, Place>> {
  const places: Record<string, Place> = {}
  const visit = (node: unknown, path: string, above: ReadonlySet<Json>): void => {
    if (!isObject(node)) return
    const schema = resolve(spec, node, path)
    if (above.has(schema)) return
    const within = new Set([...above, schema])
    const place = placeOf(resolveWithSiblings(spec, node, path), path)
    const before = places[path]
    const fields = [...new Set([...(before?.fields ?? []), ...(place.fields ?? [])])]
    places[path] = { ...place, ...before, ...(fields.length > 0 ? { fields } : {}) }
    for (const [name, property] of Object.entries(Object(schema.properties))) visit(property, below(path, name), within)
    visit(schema.items, below(path, '*'), within)
    for (const part of [schema.allOf, schema.anyOf, schema.oneOf].flat()) {
      if (isObject(part) && !('if' in part)) visit(part, path, within)
    }
  }
  visit({ $ref: `#/components/schemas/${request}` }, '', new Set())
  return Object.fromEntries(Object.entries(places).filter(([, place]) => Object.keys(place).length > 0))
}

function placeOf(schema: Json, path: string): Place {
  const { properties, allOf = [], 'x-should-be': shouldBe } = schema
  const rules = array(allOf, `${path}.allOf`).map((rule) => String(Object(rule).description ?? ''))
  return {
    ...(isObject(properties) ? { fields: Object.keys(properties) } : {}),
    ...(typeof shouldBe === 'string' ? { shouldBe } : {}),
    ...(rules.length > 0 ? { rules } : {}),
  }
}

const below = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)
