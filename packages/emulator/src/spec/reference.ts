import { isObject, type JsonObject } from '../json.ts'

/** The object that a `$ref` of an OpenAPI document points at, or the object itself. */
export function resolve(document: JsonObject, node: unknown): JsonObject {
  let current = node
  for (let hops = 0; hops < 32; hops++) {
    if (!isObject(current)) throw new TypeError('The API description holds something else where an object belongs.')
    if (typeof current.$ref !== 'string') return current
    current = follow(document, current.$ref)
  }
  throw new TypeError('A $ref of the API description points at itself.')
}

function follow(document: JsonObject, reference: string): unknown {
  const [root, ...keys] = reference.split('/')
  if (root !== '#') throw new TypeError(`The API description refers to ${reference}, which is outside of it.`)
  let current: unknown = document
  for (const key of keys) {
    if (!isObject(current)) break
    current = current[decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  if (current === undefined) throw new TypeError(`The API description refers to ${reference}, which is not there.`)
  return current
}
