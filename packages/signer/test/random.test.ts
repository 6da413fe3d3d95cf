import { expect, test } from 'vitest'
import { createSigner } from '../src/index.ts'
import { referenceAuthorization } from './reference.ts'

/** A small seeded generator, so that a failing run can be repeated. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const below = seeded(20260314)
const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
const anything = Array.from('aZ09 "{}:,\\/\n\t\u0000ßéЖש中文字審核🙂👩‍👧ı\u2028')
const text = (alphabet: readonly string[], most: number) =>
  Array.from({ length: below(most) }, () => pick(alphabet)).join('')
const name = () => pick(letters.slice(0, 26)) + text(letters, 12)

function randomRequest() {
  const service = name()
  const host = `${service}.${pick(['tencentcloudapi.com', 'intl.tencentcloudapi.com', 'example.test'])}${pick(['', '', ':8443'])}`
  const method = pick(['GET', 'POST'])
  const url = new URL(`${pick(['https', 'http'])}://${host}/`)
  const pairs = method === 'GET' ? below(5) : 0
  for (let i = 0; i < pairs; i++) url.searchParams.append(name(), text(anything, 12))
  const string = text(anything, 200)
  const bytes = new TextEncoder().encode(string)
  const body = method === 'GET' ? null : pick([string, bytes, bytes.buffer, new DataView(bytes.buffer)])
  const type = pick([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON',
    'multipart/form-data; boundary=aBc',
  ])
  const extra = Object.fromEntries(
    Array.from({ length: below(4) }, () => [`x-${name()}`, text(Array.from('aB 9;,='), 20)]),
  )
  return { service, method, url, string: method === 'GET' ? '' : string, body, type, extra }
}

test('a thousand random requests are signed as node:crypto signs them', async () => {
  for (let round = 0; round < 1000; round++) {
    const { service, method, url, string, body, type, extra } = randomRequest()
    const credentials = { secretId: `AKID${name()}`, secretKey: name() }
    const timestamp = below(2 ** 32)
    const action = pick([{}, { 'X-TC-Action': `Do${name()}` }])
    const signer = createSigner(pick([{ credentials }, { credentials, service }]))
    const headers = { 'Content-Type': type, ...action, ...extra }
    const signed = {
      'content-type': type,
      host: url.host,
      ...(action['X-TC-Action'] && { 'x-tc-action': action['X-TC-Action'] }),
    }
    const [names, expected] = pick([
      [undefined, signed],
      [[...Object.keys(extra), 'Host', 'content-type'], { ...extra, 'content-type': type, host: url.host }],
    ])
    const how = { timestamp, signedHeaders: names }
    const result = await signer.sign({ method, url: pick([url, url.href]), headers, body }, how)
    expect(result.authorization, `round ${round}`).toBe(
      referenceAuthorization({
        ...credentials,
        method,
        query: url.search.replace('?', ''),
        headers: expected,
        body: string,
        timestamp,
        service,
      }),
    )
  }
})
