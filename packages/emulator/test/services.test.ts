import { describe, expect, it } from 'vitest'
import { spec as faceid } from '../src/generated/spec.ts'
import { createEmulator } from '../src/index.ts'
import { answerTo, codeOf } from './support/caller.ts'
import { document as search } from './support/search-description.ts'

/** A description of a service with so many operations, whose requests and responses share structures. */
function descriptionOf(service: string, count: number, version = '2017-03-12'): object {
  const names = Array.from({ length: count }, (_, index) => `Describe${index}`)
  const field = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const header = (name: string, value: string) => ({ name, in: 'header', required: true, schema: { const: value } })
  const structures = Array.from({ length: count * 3 }, (_, index) => {
    const fields = Array.from({ length: 12 }, (_, at) => [`Field${at}`, { type: 'string', description: 'What it is.' }])
    return [`Structure${index}`, { type: 'object', properties: Object.fromEntries(fields) }]
  })
  const operation = (name: string, index: number) => ({
    post: {
      parameters: [header('X-TC-Action', name), header('X-TC-Version', version)],
      requestBody: { content: { 'application/json': { schema: field(`${name}Request`) } } },
      responses: {
        '200': {
          content: {
            'application/json': {
              schema: { type: 'object', properties: { Response: field(`Structure${index * 3}`) } },
            },
          },
        },
      },
    },
  })
  const requests = names.map((name, index) => [
    `${name}Request`,
    { type: 'object', additionalProperties: false, properties: { Filter: field(`Structure${index}`) } },
  ])
  return {
    openapi: '3.1.0',
    servers: [{ url: `https://${service}.tencentcloudapi.com` }],
    paths: Object.fromEntries(names.map((name, index) => [`/#X-TC-Action=${name}`, operation(name, index)])),
    components: { schemas: Object.fromEntries([...structures, ...requests]) },
  }
}

describe('any service', () => {
  it('is set up without a copy of its structures for each of its operations', async () => {
    const spec = descriptionOf('cvm', 486)
    const before = process.memoryUsage().heapUsed
    const { fetch } = createEmulator({ spec })
    const headers = { 'x-tc-version': '2017-03-12' }
    const call = { action: 'Describe7', service: 'cvm', headers, url: 'https://cvm.tencentcloudapi.com' }
    expect(await codeOf(fetch, { Filter: { Field1: 'a' } }, call)).toBe('ok')
    expect(await codeOf(fetch, { Filter: { Field1: 1 } }, call)).toBe('InvalidParameter')
    expect((process.memoryUsage().heapUsed - before) / 2 ** 20).toBeLessThan(150)
  })

  it('stands beside others: the credential scope, the host and the version tell which is meant', async () => {
    const spec = [faceid, descriptionOf('cvm', 2), descriptionOf('cvm', 2, '2020-01-01'), descriptionOf('vpc', 2)]
    const { fetch, received } = createEmulator({ spec, sdkEndpoints: false })
    const call = (service: string, version: string, url: string) =>
      codeOf(fetch, {}, { service, url, action: 'Describe1', headers: { 'x-tc-version': version } })
    const anywhere = 'http://127.0.0.1:9320'
    expect(await call('cvm', '2017-03-12', anywhere)).toBe('ok')
    expect(await call('cvm', '2020-01-01', anywhere)).toBe('ok')
    expect(await call('vpc', '2017-03-12', anywhere)).toBe('ok')
    expect(await call('cvm', '2001-01-01', anywhere)).toBe('NoSuchVersion')
    expect(await call('faceid', '2017-03-12', anywhere)).toBe('InvalidAction')
    expect(await call('sms', '2017-03-12', anywhere)).toBe('AuthFailure.SignatureFailure')
    expect(await call('vpc', '2017-03-12', 'https://cvm.tencentcloudapi.com')).toBe('AuthFailure.SignatureFailure')
    expect(await codeOf(fetch, {})).toBe('ok')
    expect(received().map(({ service, outcome }) => outcome === 'ok' && service)).toEqual([
      ...['cvm', 'cvm', 'vpc', false, false, false, false, 'faceid'],
    ])
  })

  it('has a quota of its own', async () => {
    const { fetch } = createEmulator({ spec: [descriptionOf('cvm', 2), descriptionOf('vpc', 2)], requestsPerSecond: 1 })
    const headers = { 'x-tc-version': '2017-03-12' }
    const call = (service: string) => codeOf(fetch, {}, { service, action: 'Describe1', headers, url: 'http://a.test' })
    expect([await call('cvm'), await call('vpc'), await call('cvm')]).toEqual(['ok', 'ok', 'RequestLimitExceeded'])
  })

  it('lists its own actions where one is misspelt', async () => {
    const { fetch } = createEmulator({ spec: [faceid, search] })
    const { Error: error } = await answerTo(fetch, {}, { action: 'searchsomething' })
    expect(error).toMatchObject({
      Code: 'InvalidAction',
      Message: expect.stringContaining('Did you mean SearchSomething?'),
    })
  })
})
