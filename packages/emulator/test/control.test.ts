import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { answerTo, codeOf } from './support/caller.ts'

let emulator: RunningEmulator

beforeEach(async () => {
  emulator = await startEmulator({ control: true })
})

afterEach(() => emulator.close())

describe('control routes', () => {
  it('are not there unless asked for', async () => {
    const plain = await startEmulator()
    for (const path of ['requests', 'report', 'faults']) {
      expect((await fetch(`${plain.url}/__emulator/${path}`)).status).toBe(404)
    }
    expect((await post('{"fault":{"kind":"reset"}}', plain.url)).status).toBe(404)
    await plain.close()
  })

  it('show and clear what was received', async () => {
    await codeOf(fetch, { Extra: 'ann' }, { url: emulator.url })
    expect(await get('requests')).toEqual({ dropped: 0, requests: emulator.received() })
    expect(await get('report')).toEqual(emulator.report())
    expect((await fetch(`${emulator.url}/__emulator/requests`, { method: 'DELETE' })).status).toBe(204)
    expect(await get('report')).toMatchObject({ received: 0 })
  })

  it('take, show and remove fault rules', async () => {
    const response = await post('{"next":2,"fault":{"kind":"error","code":"InternalError"}}')
    expect(response.status).toBe(201)
    expect(await response.json()).toEqual({ id: 1 })
    expect(await codeOf(fetch, {}, { url: emulator.url })).toBe('InternalError')
    expect(await get('faults')).toEqual({
      faults: [{ id: 1, applied: 1, rule: { next: 2, fault: { kind: 'error', code: 'InternalError' } } }],
    })
    expect((await fetch(`${emulator.url}/__emulator/faults`, { method: 'DELETE' })).status).toBe(204)
    expect(await codeOf(fetch, {}, { url: emulator.url })).toBe('ok')
  })

  it('list services, reset the quota, and choose outcomes', async () => {
    expect(await get('services')).toMatchObject({
      services: [{ service: 'faceid', hosts: expect.arrayContaining(['faceid.intl.tencentcloudapi.com']) }],
    })
    expect((await fetch(`${emulator.url}/__emulator/quota`, { method: 'DELETE' })).status).toBe(204)
    const rule = '{"outcome":"1005","next":1}'
    expect((await post(rule, emulator.url, 'application/json', 'outcomes')).status).toBe(204)
    const { SdkToken } = await answerTo(fetch, {}, { url: emulator.url })
    const call = { url: emulator.url, action: 'GetSdkVerificationResult' }
    expect(await answerTo(fetch, { SdkToken }, call)).toMatchObject({ Result: '1005' })
    expect((await post('{"outcome":"fine"}', emulator.url, 'application/json', 'outcomes')).status).toBe(400)
    expect((await fetch(`${emulator.url}/__emulator/outcomes`, { method: 'DELETE' })).status).toBe(204)
  })

  it('take no rule from a page in a browser, which can only send other types unasked', async () => {
    const response = await post('{"fault":{"kind":"reset"}}', emulator.url, 'text/plain')
    expect(response.status).toBe(415)
    expect(emulator.faults.active()).toEqual([])
  })
})

describe('a bad rule is refused with what would be right', () => {
  it.each([
    ['not JSON', '{', /not JSON/],
    ['a list', '[]', /A rule is an object such as/],
    ['nothing to do', '{"next":1}', /has delayBefore, delayAfter or fault/],
    ['a field misspelt', '{"nxt":1,"fault":{"kind":"reset"}}', /no field "nxt"; it may have: next, share/],
    ['no kind', '{"fault":{}}', /fault.kind is one of: hang, reset, html/],
    ['an unknown kind', '{"fault":{"kind":"explode"}}', /fault.kind is one of/],
    ['a kind of every object', '{"fault":{"kind":"constructor"}}', /fault.kind is one of/],
    ['a field of another kind', '{"fault":{"kind":"reset","status":500}}', /kind reset has no field "status"/],
    ['a wrong moment', '{"fault":{"kind":"reset","when":"later"}}', /"before" or "after"/],
    [
      'a status that is none',
      '{"fault":{"kind":"html","status":99}}',
      /fault.status is a whole number from 200 to 599/,
    ],
    ...[204, 205, 304].map((status): [string, string, RegExp] => [
      `a status that has no page, ${status}`,
      `{"fault":{"kind":"html","status":${status}}}`,
      /fault.status is a whole number from 200 to 599, but none of 204, 205, 304: they have no page/,
    ]),
    ['an error without code', '{"fault":{"kind":"error"}}', /such as "InternalError"/],
    ['skew without seconds', '{"fault":{"kind":"clock-skew"}}', /fault.seconds is a whole number/],
    ['too many bytes', '{"fault":{"kind":"oversize-json","bytes":1e12}}', /fault.bytes is a whole number/],
    ['a negative count', '{"next":-1,"fault":{"kind":"reset"}}', /next is a whole number from 1/],
    ['a share over 1', '{"share":20,"fault":{"kind":"reset"}}', /share is a number above 0 and at most 1/],
    ['both', '{"next":1,"share":0.5,"fault":{"kind":"reset"}}', /next or share, not both/],
    ['a delay that is a number', '{"delayAfter":100}', /delayAfter is an object such as \{"ms": 100/],
    ['a delay without ms', '{"delayBefore":{"spread":5}}', /delayBefore.ms is a whole number/],
  ])('%s', async (_, order, message) => {
    const response = await post(order)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: expect.stringMatching(message) })
    expect(emulator.faults.active()).toEqual([])
  })

  it('in the same process with a TypeError', () => {
    expect(() => emulator.faults.add({ share: 2, delayAfter: { ms: 1 } })).toThrow(TypeError)
  })
})

async function get(path: string): Promise<unknown> {
  return (await fetch(`${emulator.url}/__emulator/${path}`)).json()
}

function post(body: string, url = emulator.url, type = 'application/json', path = 'faults'): Promise<Response> {
  return fetch(`${url}/__emulator/${path}`, { method: 'POST', headers: { 'Content-Type': type }, body })
}
