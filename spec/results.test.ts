import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const [endpoint, faceid] = await Promise.all(
  ['token-endpoint.yaml', 'faceid.yaml'].map(async (name) =>
    parse(await readFile(new URL(name, import.meta.url), 'utf8')),
  ),
)
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false })
ajv.addSchema({ $id: 'faceid.yaml', components: faceid.components })
ajv.addSchema({ $id: 'token-endpoint.yaml', ...endpoint })
const { post } = endpoint.paths['/v1/results']
const at = (pointer: string) => ajv.compile({ $ref: `token-endpoint.yaml#${pointer}` })
const validRequest = at('/components/schemas/ResultRequest')
const validResult = at('/paths/~1v1~1results/post/responses/200/content/application~1json/schema')

const summary = {
  verdict: 'failed',
  advice: 'better-light',
  preset: 'default',
  issuedAt: '2026-11-25T00:00:00Z',
  attempts: 2,
}
const reasons = { reason: 'poor-lighting', code: '1201', cardWarnings: [-9107], chargeCount: 2, requestId: 'a' }
const details = { Result: '1201', RequestId: 'a' }

describe('the result of a verification', () => {
  it.each<[string, object, boolean]>([
    ['an app user', summary, true],
    ['a backend', { ...summary, ...reasons }, true],
    ['a backend that may see details', { ...summary, ...reasons, details }, true],
    ['nobody: a verdict that there is not', { ...summary, verdict: 'maybe' }, false],
    ['nobody: a reason that there is not', { ...summary, ...reasons, reason: 'bad-hair' }, false],
    ['nobody: details without an id', { ...summary, details }, false],
    ['nobody: a code without its request', { ...summary, code: '1201' }, false],
    ['nobody: something else besides', { ...summary, name: 'Jane' }, false],
  ])('is for %s', (_, result, valid) => {
    expect(validResult(result), JSON.stringify(validResult.errors)).toBe(valid)
  })

  it('is asked for as the examples have it', () => {
    for (const { value } of Object.values<{ value: unknown }>(post.requestBody.content['application/json'].examples)) {
      expect(validRequest(value), JSON.stringify(validRequest.errors)).toBe(true)
    }
    expect(validRequest({ sdkToken: 'a', receipt: 'b', user: { iss: 'c' } })).toBe(false)
  })
})
