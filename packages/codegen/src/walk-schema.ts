import { isObject, type Json, resolve } from './spec-document.ts'

/** A schema, and how it was reached from the outermost one. */
export interface Visit {
  /** The schema itself, or a reference with what is beside it. */
  readonly node: Json
  readonly schema: Json
  /** Its place, for errors: `Request.Filters.items.Name`. */
  readonly where: string
  /** Which values it describes, for messages: `''` is all of it, `Filters.*.Name` the name of any of the filters. */
  readonly path: string
  /** The field whose values it describes. Of the outermost, its own name. */
  readonly field: string
  /** Whether it is one of its parent's parts or choices, so that both describe the same values. */
  readonly isPart: boolean
  readonly parent: Visit | undefined
}

type Step = Pick<Visit, 'node' | 'where' | 'path' | 'field' | 'isPart'>

/**
 * Visits a named schema and all schemas in it, references followed; conditional rules (`if`) are left out. It does not go
 * into a schema that is within itself, nor any deeper where `visitor` returns false.
 */
export function walkSchema(spec: Json, name: string, visitor: (visit: Visit) => unknown): void {
  const go = (step: Step, parent: Visit | undefined): void => {
    const visit = { ...step, schema: resolve(spec, step.node, step.where), parent }
    if (visitor(visit) === false || isWithinItself(visit)) return
    for (const next of stepsFrom(visit)) go(next, visit)
  }
  const node = { $ref: `#/components/schemas/${name}` }
  go({ node, where: name, path: '', field: name, isPart: false }, undefined)
}

function isWithinItself({ schema, parent }: Visit): boolean {
  for (let above = parent; above !== undefined; above = above.parent) if (above.schema === schema) return true
  return false
}

function stepsFrom({ schema, where, path, field }: Visit): Step[] {
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  const properties = Object.entries(isObject(schema.properties) ? schema.properties : {})
  const fields = properties.map(([name, node]) => ({
    node,
    where: `${where}.${name}`,
    path: below(name),
    field: name,
    isPart: false,
  }))
  const elements = ['items', 'additionalProperties'].map((keyword) => ({
    node: schema[keyword],
    where: `${where}.${keyword}`,
    path: below('*'),
    field,
    isPart: false,
  }))
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
    [schema[keyword] ?? []]
      .flat()
      .map((node, index) => ({ node, where: `${where}.${keyword}[${index}]`, path, field, isPart: true })),
  )
  return [...fields, ...elements, ...parts].flatMap(({ node, ...step }) =>
    isObject(node) && !('if' in node) ? [{ node, ...step }] : [],
  )
}
