import { isObject, type Json, object } from './spec-document.ts'

const LOCAL = '#/components/schemas/'
const UPSTREAM = `faceid.yaml${LOCAL}`

/** The endpoint's document with what it refers to in the upstream's, so that it can be served as one file. */
export function endpointDocument(endpoint: Json, upstream: Json): Json {
  const components = object(endpoint.components, 'components')
  const own = object(components.schemas, 'components.schemas')
  const referred = referredTo(endpoint, object(object(upstream.components, 'components').schemas, 'schemas'))
  const both = Object.keys(referred).find((name) => Object.hasOwn(own, name))
  if (both !== undefined) throw new Error(`Both documents have a schema ${both}; one of them needs another name`)
  const schemas = { ...own, ...referred }
  return object(withLocalReferences({ ...endpoint, components: { ...components, schemas } }), 'the document')
}

/** The schemas of the upstream that a document refers to, and those that they refer to in turn. */
function referredTo(document: Json, schemas: Json): Json {
  const found = new Map<string, Json>()
  const follow = (node: unknown, prefix: string): void => {
    if (Array.isArray(node)) for (const part of node) follow(part, prefix)
    if (!isObject(node)) return
    const reference = typeof node.$ref === 'string' && node.$ref.startsWith(prefix) && node.$ref.slice(prefix.length)
    if (reference && !found.has(reference)) {
      const schema = object(schemas[reference], `faceid.yaml: ${reference}`)
      found.set(reference, schema)
      follow(schema, LOCAL)
    }
    for (const part of Object.values(node)) follow(part, prefix)
  }
  follow(document, UPSTREAM)
  return Object.fromEntries(found)
}

function withLocalReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withLocalReferences)
  if (typeof node === 'string' && node.startsWith(UPSTREAM)) return LOCAL + node.slice(UPSTREAM.length)
  if (!isObject(node)) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withLocalReferences(value)]))
}
