import { array, isObject, type Json, object, resolve, string } from './spec-document.ts'

/** One operation of the upstream API, with all that generated code says about it. */
export interface Operation {
  /** The name of the method, which is also `X-TC-Action`. */
  readonly action: string
  /** `X-TC-Version`. */
  readonly version: string
  /** The service of the credential scope: the first label of the host. */
  readonly service: string
  /** The key of the path in the document, which is what openapi-fetch is called with. */
  readonly path: string
  readonly summary: string
  readonly description: string
  /** Names of the schemas of the request and of the unwrapped answer. */
  readonly request: string
  readonly response: string
  /** The fields that every answer has, with their JSON type. */
  readonly answerFields: Readonly<Record<string, string>>
  readonly deprecated: boolean
}

/** The operations of a document in the order they stand there. Throws on one that the conventions of spec/ don't cover. */
export function readOperations(spec: Json): Operation[] {
  const service = firstHostLabel(spec)
  return Object.entries(object(spec.paths, 'paths')).map(([path, item]) => {
    const where = `paths[${path}].post`
    const operation = object(object(item, path).post, where)
    const action = headerConst(spec, operation, where, 'X-TC-Action')
    const expectedPath = `/#X-TC-Action=${action}`
    if (path !== expectedPath) throw new Error(`The path of ${action} should be ${expectedPath}, but is ${path}`)
    if (operation.operationId !== action)
      throw new Error(`${where}.operationId should be ${action}, as X-TC-Action says`)
    const response = answerName(object(object(operation.responses, where)['200'], `${where}.responses.200`), where)
    return {
      action,
      version: headerConst(spec, operation, where, 'X-TC-Version'),
      service,
      path,
      summary: string(operation.summary, `${where}.summary`),
      description: typeof operation.description === 'string' ? operation.description : '',
      request: schemaName(
        jsonSchema(object(operation.requestBody, `${where}.requestBody`), where),
        `${where}.requestBody`,
      ),
      response,
      answerFields: requiredFields(spec, response),
      deprecated: operation.deprecated === true,
    }
  })
}

function firstHostLabel(spec: Json): string {
  const server = object(array(spec.servers, 'servers')[0], 'servers[0]')
  const [label] = new URL(string(server.url, 'servers[0].url')).hostname.split('.')
  return string(label, 'the first label of servers[0].url')
}

function headerConst(spec: Json, operation: Json, where: string, name: string): string {
  for (const entry of array(operation.parameters, `${where}.parameters`)) {
    const parameter = resolve(spec, entry, `${where}.parameters`)
    if (parameter.name !== name || parameter.in !== 'header') continue
    return string(object(parameter.schema, name).const, `${where}: the const of ${name}`)
  }
  throw new Error(`${where}.parameters lacks the header ${name}`)
}

function jsonSchema(holder: Json, where: string): Json {
  const content = object(holder.content, `${where}.content`)
  return object(object(content['application/json'], `${where}.content[application/json]`).schema, `${where}: schema`)
}

function schemaName(schema: Json, where: string): string {
  const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref))?.[1]
  if (name === undefined) throw new Error(`${where}: the schema should be a reference into components/schemas`)
  return name
}

function requiredFields(spec: Json, name: string): Record<string, string> {
  const schema = resolve(spec, { $ref: `#/components/schemas/${name}` }, name)
  const properties = object(schema.properties, `${name}.properties`)
  return Object.fromEntries(
    array(schema.required, `${name}.required`).map((field) => {
      const where = `${name}.${field}`
      return [string(field, where), string(resolve(spec, properties[String(field)], where).type, `${where}.type`)]
    }),
  )
}

/** The answer is `{"Response": <one of: the named answer, ErrorResponse>}`. */
function answerName(response: Json, where: string): string {
  const properties = object(
    jsonSchema(response, `${where}.responses.200`).properties,
    `${where}: properties of the answer`,
  )
  const choices = array(object(properties.Response, `${where}: Response`).oneOf, `${where}: Response.oneOf`)
  const names = choices.filter(isObject).map((choice) => schemaName(choice, `${where}: Response.oneOf`))
  const [name, ...others] = names.filter((candidate) => candidate !== 'ErrorResponse')
  if (name === undefined || others.length > 0 || names.length !== 2) {
    throw new Error(`${where}: Response should be one of two: the answer and ErrorResponse`)
  }
  return name
}
