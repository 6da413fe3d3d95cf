import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { openapi } from '../src/generated/openapi.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema({ $id: 'openapi', components: openapi.components })
const validators = {
  201: ajv.compile({ $ref: 'openapi#/components/schemas/Token' }),
  problem: ajv.compile({ $ref: 'openapi#/components/schemas/Problem' }),
}
/** Whether a body is a request that the document describes. */
export const isDescribedRequest: (body: unknown) => boolean = ajv.compile({
  $ref: 'openapi#/components/schemas/TokenRequest',
})

const described = openapi.paths['/v1/tokens'].post.responses

/** Holds an answer of POST /v1/tokens against the document that the endpoint serves. Answers its body. */
export async function conforming(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body = await response.json()
  expect(Object.keys(described)).toContain(String(response.status))
  const type = response.status === 201 ? 'application/json' : 'application/problem+json'
  expect(response.headers.get('Content-Type')).toBe(type)
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('X-Request-Id')).toMatch(/^[\w-]{8,64}$/)
  const validate = response.status === 201 ? validators[201] : validators.problem
  expect(validate(body), JSON.stringify([body, validate.errors])).toBe(true)
  return Object(body)
}
