import { describe, expect, it } from 'vitest'
import { createEmulator, developmentCredential } from '../src/index.ts'
import { envelopeOf } from './support/envelope.ts'
import { document } from './support/search-description.ts'
import { signByHand } from './support/sign.ts'

const host = 'faceid.tencentcloudapi.com'
const action = 'SearchSomething'

/** What the emulator took the query of a GET for, or how it refused it. */
async function taken(query: string): Promise<unknown> {
  const { fetch } = createEmulator({ spec: document, answers: { [action]: (Taken) => ({ Taken }) } })
  const headers = signByHand({
    ...developmentCredential,
    host,
    method: 'GET',
    query,
    headers: { 'x-tc-action': action },
  })
  const { Taken, Error: error } = envelopeOf(await (await fetch(`https://${host}/?${query}`, { headers })).text())
  return error ? `${error.Code}: ${error.Message}` : Taken
}

describe('the parameters of a query', () => {
  it('may be nested, and are what the description says', async () => {
    expect(await taken('Limit=5&Filters.0.Name=a&Filters.0.Exact=true&Filters.1.Name=b')).toEqual({
      Limit: 5,
      Filters: [{ Name: 'a', Exact: true }, { Name: 'b' }],
    })
    expect(await taken('Filters.0.Exact=true')).toMatch(/^MissingParameter: .*Filters.0.Name/)
  })

  it('may have booleans as Python writes them', async () => {
    expect(await taken('Filters.0.Name=a&Filters.0.Exact=True')).toEqual({ Filters: [{ Name: 'a', Exact: true }] })
    expect(await taken('Filters.0.Name=a&Filters.0.Exact=False')).toEqual({ Filters: [{ Name: 'a', Exact: false }] })
    expect(await taken('Filters.0.Name=a&Filters.0.Exact=yes')).toMatch(/^InvalidParameter/)
  })

  it('are the same in any order, sorted by name too', async () => {
    const sent = Array.from({ length: 12 }, (_, index) => `Filters.0.Values.${index}=${index}`)
    const Values = Array.from({ length: 12 }, (_, index) => index)
    for (const order of [sent, [...sent].sort(), [...sent].reverse()]) {
      expect(await taken(['Filters.0.Name=a', ...order].join('&'))).toEqual({ Filters: [{ Name: 'a', Values }] })
    }
    expect(await taken('Filters.1.Name=b&Filters.1.Values.0=2&Filters.0.Name=a')).toEqual({
      Filters: [{ Name: 'a' }, { Name: 'b', Values: [2] }],
    })
  })

  it('take no more room than was sent, however far an index is out', async () => {
    expect(await taken('Filters.999999999.Name=b&Filters.7.Name=a')).toEqual({
      Filters: [{ Name: 'a' }, { Name: 'b' }],
    })
  })

  it.each([
    ['an index that is none', 'Filters.x.Name=a', /^InvalidParameter: .*Filters/],
    ['an index without end', `Filters.${'9'.repeat(400)}.Name=a`, /^InvalidParameter: .*Filters/],
    [
      'one name as a value and in parts',
      'Filters.0=a&Filters.0.Name=a',
      /^InvalidParameter: .*Filters\.0\. .*in parts/,
    ],
    ['names that every object has', 'Filters.0.Name=a&Filters.0.constructor=1', /^UnknownParameter: .*0\.constructor/],
    ['nesting without end', `Filters.0${'.a'.repeat(16_000)}=a`, /^InvalidParameter: .*nested too deep/],
  ])('are refused by name: %s', async (_, query, message) => {
    expect(await taken(query)).toMatch(message)
  })
})
