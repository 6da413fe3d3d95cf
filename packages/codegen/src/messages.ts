import { array, isObject, type Json, resolveWithSiblings } from './spec-document.ts'
import { walkSchema } from './walk-schema.ts'

/** What messages say about a value, by what the spec says of it. */
interface FieldInfo {
  /** The names of its fields. */
  readonly fields?: readonly string[]
  /** What it should be, where a pattern can't say it. */
  readonly shouldBe?: string
  /** Why each conditional rule is there, by its position in `allOf`. */
  readonly rules?: readonly string[]
}

/** What messages say about the values of a request, by path: `''` is the request itself, `Filters.*.Name` any filter's name. */
export function messagesFor(spec: Json, request: string): Readonly<Record<string, FieldInfo>> {
  const infos: Record<string, FieldInfo> = {}
  walkSchema(spec, request, ({ node, where, path }) => {
    const info = infoOf(resolveWithSiblings(spec, node, where), where)
    const { fields: known = [], ...before } = infos[path] ?? {}
    // Of several choices for one value, any may have the field.
    const fields = [...new Set([...known, ...(info.fields ?? [])])]
    infos[path] = { ...info, ...before, ...(fields.length > 0 ? { fields } : {}) }
  })
  return Object.fromEntries(Object.entries(infos).filter(([, info]) => Object.keys(info).length > 0))
}

function infoOf(schema: Json, where: string): FieldInfo {
  const { properties, allOf = [], 'x-should-be': shouldBe } = schema
  const rules = array(allOf, `${where}.allOf`).map((rule) => String(Object(rule).description ?? ''))
  return {
    ...(isObject(properties) ? { fields: Object.keys(properties) } : {}),
    ...(typeof shouldBe === 'string' ? { shouldBe } : {}),
    ...(rules.length > 0 ? { rules } : {}),
  }
}
