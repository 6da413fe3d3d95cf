import { array, isObject, type Json, object, string } from './spec-document.ts'
import { walkSchema } from './walk-schema.ts'

/** The extensions of spec/faceid.yaml; its description says what they mean. */
const EXTENSIONS = [
  'x-cards',
  'x-guess',
  'x-idempotent',
  'x-known-values',
  'x-max-response-bytes',
  'x-requests-per-second',
  'x-secret',
  'x-should-be',
  'x-source',
]

/** Names that generated code uses, or that the client exports beside it. */
export const RESERVED_NAMES: readonly string[] = `
  AbortedError AttemptEvent ClientErrorCode Credentials CredentialsProvider FaceidCallOptions FaceidClient
  FaceidClientOptions FaceidMethods Fetch InvalidParametersError InvalidResponseError Middleware NetworkError
  OnAttempt OperationInfo OperationName Outcome ParameterIssue Promise Readonly Record Request Response
  ServiceError SigningError TencentCallOptions TencentClient TencentError TencentErrorDetails TimeoutError components createFaceidClient createMethods createTencentClient fromEnv operations paths
  webhooks
`
  .trim()
  .split(/\s+/)

/** The names of schemas that get a type, as they are. Throws for one that generated code can't have as a type. */
export function checkedTypes(names: readonly string[]): readonly string[] {
  for (const name of names) {
    const where = `components.schemas.${name}`
    if (!/^[A-Z]\w*$/.test(name)) throw new Error(`${where} should begin with a capital, as types do`)
    if (RESERVED_NAMES.includes(name)) throw new Error(`${where} has the name of a type of the client; give it another`)
  }
  return names
}

/**
 * Throws for what generated code would take for something else, or not see at all: a misspelt extension, a rule about a
 * field that is not there, a server without an address, an operation that is not called by POST.
 */
export function checkDocument(spec: Json): void {
  checkServer(object(array(spec.servers, 'servers')[0], 'servers[0]'))
  for (const [path, item] of Object.entries(object(spec.paths, 'paths'))) checkPathItem(object(item, path), path)
  checkNode(spec, '')
}

function checkServer(server: Json): void {
  const url = string(server.url, 'servers[0].url')
  const variable = /\{.*?\}/.exec(url)?.[0]
  if (variable !== undefined) throw new Error(`servers[0].url: ${variable} is a variable; write the address out`)
  if (!/^https?:\/\/[^/]/.test(url)) {
    throw new Error(`servers[0].url should be an address such as https://faceid.tencentcloudapi.com, but is ${url}`)
  }
}

function checkPathItem(item: Json, path: string): void {
  const other = Object.keys(item).find((key) => /^(get|put|delete|options|head|patch|trace)$/.test(key))
  if (other !== undefined) throw new Error(`paths[${path}].${other}: operations are called by POST alone`)
  if (item.post === undefined) throw new Error(`paths[${path}] should have a post`)
}

/** What holds data, not schemas. */
const DATA = new Set(['example', 'examples', 'default', 'const', 'enum', 'x-known-values'])
/** What is about the fields of the schema around it. */
const CONDITIONS = new Set(['if', 'then', 'else'])

function checkNode(node: unknown, where: string, isCondition = false): void {
  if (Array.isArray(node)) for (const [index, item] of node.entries()) checkNode(item, `${where}[${index}]`)
  if (!isObject(node)) return
  if (!isCondition) checkFieldNames(node, where)
  for (const [key, value] of Object.entries(node)) {
    const at = where === '' ? key : `${where}.${key}`
    if (key.startsWith('x-') && !EXTENSIONS.includes(key)) {
      throw new Error(`${at} is unknown; known: ${EXTENSIONS.join(', ')}`)
    }
    if (DATA.has(key)) continue
    // The keys of `properties` are names of fields, which may be anything.
    if (key !== 'properties') checkNode(value, at, CONDITIONS.has(key))
    else for (const [name, property] of Object.entries(object(value, at))) checkNode(property, `${at}.${name}`)
  }
}

/** What a schema and its conditional rules say of fields is about fields that it has. */
function checkFieldNames(schema: Json, where: string): void {
  const { properties, required = [], allOf = [] } = schema
  if (!isObject(properties)) return
  const check = (name: unknown, at: string) => {
    if (typeof name !== 'string' || !Object.hasOwn(properties, name)) {
      throw new Error(
        `${where}.${at}: there is no field ${JSON.stringify(name)}; known: ${Object.keys(properties).join(', ')}`,
      )
    }
  }
  for (const name of array(required, `${where}.required`)) check(name, 'required')
  for (const [index, rule] of array(allOf, `${where}.allOf`).entries()) {
    for (const keyword of ['if', 'then', 'else']) {
      const { required: names = [], properties: values = {} } = Object(Object(rule)[keyword])
      const at = `allOf[${index}].${keyword}`
      for (const name of array(names, `${where}.${at}.required`)) check(name, `${at}.required`)
      for (const name of Object.keys(values)) check(name, `${at}.properties`)
    }
  }
}

/**
 * Throws unless every object in a request's schema says that it knows all of its fields: Tencent Cloud refuses others as
 * `UnknownParameter`, and a schema that lets them pass would leave it to the service to say so.
 */
export function checkClosed(spec: Json, request: string): void {
  walkSchema(spec, request, ({ schema, where, isPart, parent }) => {
    // What `unevaluatedProperties` closes, its parts can't close by themselves.
    const closed = [schema.additionalProperties, schema.unevaluatedProperties].includes(false)
    const closedAround = isPart && parent?.schema.unevaluatedProperties === false
    if (isObject(schema.properties) && !closed && !closedAround) {
      throw new Error(`${where} should say additionalProperties: false`)
    }
  })
}
