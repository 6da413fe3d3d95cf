import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApiKey } from '../dev/make-key.ts'
import { conforming } from './conforms.ts'
import { logLineOf, type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

const [shop, rotated, reader] = [makeApiKey('shop'), makeApiKey('shop'), makeApiKey('reader')]
const hashOf = ({ entry }: { entry: string }, name: string) => JSON.parse(entry)[name].keys[0]
const backends = {
  shop: { keys: [hashOf(shop, 'shop'), hashOf(rotated, 'shop')], tokensPerHour: 3 },
  reader: { keys: [hashOf(reader, 'reader')], scopes: ['results'] },
}

let endpoint: RunningEndpoint
beforeAll(async () => {
  endpoint = await startEndpoint({ BACKENDS: JSON.stringify(backends), UPSTREAM_TIMEOUT_MS: '20000' })
})
afterAll(() => endpoint.stop())

const as = ({ key }: { key: string }, body: object = {}) =>
  endpoint.post(body, { headers: { Authorization: `Bearer ${key}` } })

describe('a backend', () => {
  it('may have several keys, which share one limit; another key is not known', async () => {
    const responses = [await as(shop), await as(rotated), await as(shop), await as(rotated)]
    expect(responses.map(({ status }) => status)).toStrictEqual([201, 201, 201, 429])
    const [first, last] = [responses.at(0), responses.at(-1)]
    if (first === undefined || last === undefined) throw new Error('There are four')
    expect(await logLineOf(first, endpoint)).toMatchObject({ caller: 'backend:shop' })
    expect(await conforming(last)).toMatchObject({ code: 'quota-exceeded' })
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(3_500)
    expect((await as(makeApiKey('shop'))).status).toBe(401)
  })

  it('without the scope gets no token, and learns which one it lacks', async () => {
    const response = await as(reader)
    expect(response.status).toBe(403)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer error="insufficient_scope", scope="issue"')
    expect(await conforming(response)).toMatchObject({ code: 'scope-insufficient' })
  })
})
