import { isObject, type Json, object } from './spec-document.ts'

const UPSTREAM = 'faceid.yaml#/components/schemas/'

/** The endpoint's document with what it refers to in the upstream's, so that it can be served as one file. */
export function endpointDocument(endpoint: Json, upstream: Json): string {
  const components = object(endpoint.components, 'components')
  const own = object(components.schemas, 'components.schemas')
  const schemas = {
    ...own,
    ...referredTo(endpoint, object(object(upstream.components, 'components').schemas, 'schemas')),
  }
  const document = withLocalReferences({ ...endpoint, components: { ...components, schemas } })
  return `
export const openapi = ${JSON.stringify(document, null, 2)}
`
}

/** The schemas of the upstream that a document refers to. */
function referredTo(document: Json, schemas: Json): Json {
  const references = JSON.stringify(document).matchAll(/"\$ref":"faceid\.yaml#\/components\/schemas\/(\w+)"/g)
  return Object.fromEntries([...references].map(([, name = '']) => [name, object(schemas[name], name)]))
}

function withLocalReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withLocalReferences)
  if (typeof node === 'string' && node.startsWith(UPSTREAM))
    return `#/components/schemas/${node.slice(UPSTREAM.length)}`
  if (!isObject(node)) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withLocalReferences(value)]))
}
