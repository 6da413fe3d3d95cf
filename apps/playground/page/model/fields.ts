import { isObject, type JsonObject, objectAt } from './json.ts'

/** One parameter of the call, as the served OpenAPI document describes it. */
export interface Field {
  readonly name: string
  readonly type: 'choice' | 'boolean' | 'number' | 'text' | 'long-text' | 'list'
  /** The description without the list of choices in it. */
  readonly description: string
  readonly choices: readonly Choice[]
  /** The value that applies if it is not sent. */
  readonly fallback: unknown
  readonly example: string | undefined
}

export interface Choice {
  readonly value: unknown
  /** From the description. */
  readonly meaning: string | undefined
}

const LONG = 200

/** The fields of `parameters` in the body of POST /v1/tokens. Whatever the document adds there shows up in the form. */
export function fieldsOf(openapi: unknown): Field[] {
  const body = objectAt(openapi, 'paths', '/v1/tokens', 'post', 'requestBody', 'content', 'application/json', 'schema')
  const request = resolved(openapi, body)
  const parameters = resolved(openapi, objectAt(request, 'properties', 'parameters'))
  return Object.entries(objectAt(parameters, 'properties')).map(([name, schema]) =>
    fieldOf(name, isObject(schema) ? resolved(openapi, schema) : {}),
  )
}

function resolved(openapi: unknown, schema: JsonObject): JsonObject {
  const { $ref, ...siblings } = schema
  if (typeof $ref !== 'string' || !$ref.startsWith('#/')) return schema
  return { ...resolved(openapi, objectAt(openapi, ...$ref.slice(2).split('/'))), ...siblings }
}

function fieldOf(name: string, schema: JsonObject): Field {
  const text = typeof schema.description === 'string' ? schema.description : ''
  const { enum: listed = objectAt(schema, 'items').enum } = schema
  const values = Array.isArray(listed) ? listed : []
  const meanings = new Map([...text.matchAll(/^- `(.+?)`: (.+)$/gm)].map(([, value, meaning]) => [value, meaning]))
  const [example] = Array.isArray(schema.examples) ? schema.examples : []
  return {
    name,
    type: typeOf(schema),
    description: (values.length > 0 ? text.replace(/^- `.+?`: .+$\n?/gm, '') : text).trim(),
    choices: values.map((value) => ({ value, meaning: meanings.get(String(value)) })),
    fallback: schema.default,
    example: example === undefined ? undefined : String(example),
  }
}

function typeOf({ type, enum: values, contentEncoding, maxLength }: JsonObject): Field['type'] {
  if (type === 'array') return 'list'
  if (Array.isArray(values)) return 'choice'
  if (type === 'boolean') return 'boolean'
  if (type === 'integer' || type === 'number') return 'number'
  const long = contentEncoding !== undefined || (typeof maxLength === 'number' && maxLength > LONG)
  return long ? 'long-text' : 'text'
}

/** The items of a list, as the form holds them: separated by commas. */
export function itemsOf(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** Returns the JSON value for a text of the form; undefined if it is not to be sent. */
export function jsonValueOf({ type, choices }: Field, text: string): unknown {
  if (text === '') return undefined
  const chosen = (item: string) => choices.find(({ value }) => String(value) === item)?.value ?? item
  if (type === 'list') return itemsOf(text).map(chosen)
  if (type === 'choice') return chosen(text)
  if (type === 'boolean') return text === 'true'
  // Anything else is sent unchanged: the endpoint says what is wrong with it.
  if (type === 'number') return Number.isNaN(Number(text)) ? text : Number(text)
  return text
}
