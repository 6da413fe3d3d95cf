import { array, isObject, type Json, resolve } from './spec-document.ts'

/**
 * Throws unless every object in a request's schema says that it knows all of its fields: Tencent Cloud refuses others as
 * `UnknownParameter`, and a schema that lets them pass would leave it to the service to tell.
 */
export function checkClosed(spec: Json, request: string): void {
  const seen = new Set<Json>()
  const visit = (node: unknown, where: string, closedAround: boolean): void => {
    if (!isObject(node)) return
    const schema = resolve(spec, node, where)
    if (seen.has(schema)) return
    seen.add(schema)
    const closed = closedAround || schema.additionalProperties === false || schema.unevaluatedProperties === false
    if (isObject(schema.properties) && !closed) throw new Error(`${where} should say additionalProperties: false`)
    for (const [name, property] of Object.entries(Object(schema.properties))) visit(property, `${where}.${name}`, false)
    visit(schema.items, `${where}.items`, false)
    visit(schema.additionalProperties, `${where}.additionalProperties`, false)
    // What `unevaluatedProperties` closes, its parts can't close by themselves.
    const around = schema.unevaluatedProperties === false
    for (const kind of ['allOf', 'anyOf', 'oneOf']) {
      const parts = array(schema[kind] ?? [], `${where}.${kind}`)
      for (const [index, part] of parts.entries()) {
        if (!(isObject(part) && 'if' in part)) visit(part, `${where}.${kind}[${index}]`, around)
      }
    }
  }
  visit({ $ref: `#/components/schemas/${request}` }, request, false)
}
