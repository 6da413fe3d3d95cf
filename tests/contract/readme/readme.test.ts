import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunningEmulator, startEmulator } from '@tc3-edge/emulator/node'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { bun, deno, node } from '../runners/program.ts'
import { temporary } from '../runners/runtime.ts'
import { withNode, withoutNode } from '../runners/workerd.ts'
import { referenceAuthorization } from '../vectors/reference.ts'
import { type Example, examplesOf } from './examples.ts'
import { asEdgeFunction, asProgram, asWorker, inPage, type Place, type RunExample } from './run-example.ts'

const installed = inject('packed').folder
const examples = await examplesOf(join(installed, 'node_modules/@tc3-edge/signer/README.md'))
const node24 = asProgram(node('node'))

let emulator: RunningEmulator
let place: Place
beforeAll(async () => {
  emulator = await startEmulator({ sdkEndpoints: false, credentials: [temporary] })
})
beforeEach(async () => {
  emulator.faults.clear()
  emulator.clear()
  place = { installed, endpoint: emulator.url, scratch: await mkdtemp(join(installed, 'example-')) }
})
afterAll(() => emulator.close())

const first: readonly (readonly [name: string, heading: string, run: RunExample])[] = [
  ['Node.js', 'Node.js', node24],
  ['Deno', 'Deno', asProgram(deno())],
  ['Bun', 'Bun', asProgram(bun())],
  ['Workers with Node’s modules', 'Cloudflare Workers', asWorker(withNode)],
  ['Workers without them', 'Cloudflare Workers', asWorker(withoutNode)],
  ['Vercel Edge', 'Vercel Edge', asEdgeFunction],
  ['a browser', 'Browsers, with temporary credentials', inPage],
]

describe('the README of the signer', () => {
  it.each(first)('issues a token in %s', async (_, heading, run) => {
    expect(await run(codeUnder(heading), place)).toMatch(/\bSdkToken"?: ?['"][0-9A-F-]{36}['"]/i)
    expect(emulator.received().map(({ outcome }) => outcome)).toEqual(['ok'])
  })

  it('calls the API by openapi-fetch', async () => {
    expect(await node24(codeUnder('With openapi-fetch'), place)).toMatch(/\bSdkToken: '[0-9A-F-]{36}'/i)
    expect(emulator.received().map(({ outcome }) => outcome)).toEqual(['ok'])
  })

  it.each([
    ['Node.js', node24],
    ['Deno', asProgram(deno())],
    ['Bun', asProgram(bun())],
  ])('signs with node:crypto in %s', async (_, run) => {
    expect(await run(codeUnder('Faster on servers'), place)).toContain('TC3-HMAC-SHA256 Credential=')
  })

  it('corrects the clock', async () => {
    emulator.faults.add({ share: 1, fault: { kind: 'clock-skew', seconds: 3600 } })
    const signed = "console.log('now', (await signer.sign({ url: 'https://a.test/' }))['x-tc-timestamp'])"
    const printed = await node24([codeUnder('Node.js'), codeUnder('When the clock is wrong'), signed].join('\n'), place)
    const signedAt = Number(/now (\d+)/.exec(printed)?.[1])
    expect(Math.abs(signedAt - Date.now() / 1000 - 3600)).toBeLessThan(10)
  })

  it('takes the steps one by one', async () => {
    const printed = await node24(codeUnder('Each step by itself'), {
      ...place,
      endpoint: 'https://faceid.tencentcloudapi.com',
    })
    expect(printed.trim()).toBe(
      referenceAuthorization({
        kind: 'the default headers',
        credentials: {
          secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
          secretKey: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
        },
        method: 'POST',
        url: 'https://faceid.tencentcloudapi.com/',
        headers: { 'content-type': 'application/json' },
        body: { as: 'string', text: '{"CheckMode":1}' },
        timestamp: 1735689600,
      }),
    )
  })

  it('holds no example that these tests do not run', () => {
    const others = ['With openapi-fetch', 'Faster on servers', 'When the clock is wrong', 'Each step by itself']
    const run = [...first.map(([, heading]) => heading), ...others]
    expect(examples.map(({ heading }: Example) => heading)).toEqual([...new Set(run)])
  })
})

function codeUnder(heading: string): string {
  return examples.find((example) => example.heading === heading)?.code ?? expect.fail(`no example under ${heading}`)
}
