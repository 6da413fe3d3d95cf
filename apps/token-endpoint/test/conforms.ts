import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { openapi } from '../src/generated/openapi.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema({ $id: 'openapi', ...openapi })

/** Whether a body is a request that the document describes. */
export const isDescribedRequest: (body: unknown) => boolean = ajv.compile({
  $ref: 'openapi#/components/schemas/TokenRequest',
})

/** Checks a response against the document that the endpoint serves: status, headers, media type, body. Returns the body. */
export async function conforming(
  response: Response,
  operation: { readonly responses: object } = openapi.paths['/v1/tokens'].post,
): Promise<Readonly<Record<string, unknown>>> {
  const responses = new Map(Object.entries(operation.responses))
  expect([...responses.keys()]).toContain(String(response.status))
  const { headers, content } = resolve(responses.get(String(response.status)))
  for (const [name, header] of Object.entries(headers)) {
    const { required = false, schema } = resolve(header)
    const value = response.headers.get(name)
    if (value !== null || required) checkValue(schema.type === 'integer' ? Number(value) : value, schema, name)
  }
  const [[type, { schema }]] = Object(Object.entries(content))
  expect(response.headers.get('Content-Type')).toBe(type)
  const body = await response.json()
  checkValue(body, schema, 'the body')
  return Object(body)
}

function checkValue(value: unknown, schema: object, what: string): void {
  const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')))
  expect(validate(value), JSON.stringify([what, value, validate.errors])).toBe(true)
}

/** The object, or what its `$ref` into `components` points at. */
function resolve(node: unknown) {
  const reference: unknown = Object(node).$ref
  if (typeof reference !== 'string') return Object(node)
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => Object(at)[key], openapi)
}
