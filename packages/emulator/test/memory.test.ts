import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createState } from '../src/emulator.ts'
import { createTokenStore } from '../src/faceid/token-store.ts'
import { handleRequest } from '../src/handle-request.ts'
import { developmentCredential, type EmulatorOptions } from '../src/index.ts'
import { signByHand } from './support/sign.ts'

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

const host = 'faceid.tencentcloudapi.com'
/** Good for any body, so that a request costs no signature here. */
const headers = signByHand({
  ...developmentCredential,
  host,
  headers: { 'x-tc-content-sha256': 'UNSIGNED-PAYLOAD' },
})

const MB = 1e6

function held(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Requests straight to the emulator's core, each from a caller of its own. */
function sender(options: EmulatorOptions) {
  const state = createState({ requestsPerSecond: 1e9, ...options })
  let sent = 0
  const send = (count: number): void => {
    for (const last = sent + count; sent < last; sent++) {
      const body = Buffer.from(`{"Extra":"${`${sent} `.padEnd(900, 'x')}"}`)
      const request = { method: 'POST', query: '', headers, host, body, bodyBytes: body.length }
      const reply = handleRequest(request, state.settings.clock(), state)
      if (!JSON.stringify(reply).includes('SdkToken')) throw new Error('It was refused')
    }
  }
  return { send, report: state.recorder.report }
}

it('holds no more after 26,000 requests than after 20,000, of callers and tokens as of requests', () => {
  const before = held()
  const { send, report } = sender({ recordingBytes: 4 * MB })
  send(20_000)
  const full = held()
  // 4 MB of requests, and 10,000 Extras of callers and of tokens.
  expect(full - before).toBeLessThan(40 * MB)
  send(6_000)
  expect(held() - full).toBeLessThan(3 * MB)
  expect(report().received).toBe(26_000)
})

it('holds no more than its characters of tokens with long Extras', () => {
  const before = held()
  const tokens = createTokenStore()
  const token = { account: 'a', issuedAt: 0, reads: 0, outcome: undefined }
  for (let index = 0; index < 200; index++) tokens.add(`token ${index}`, { ...token, extra: `${index}`.repeat(1e6) })
  expect(held() - before).toBeLessThan(40 * MB)
  expect(tokens.get('token 199')).toBeDefined()
  expect(tokens.get('token 150')).toBeUndefined()
  tokens.add('longer than all', { ...token, extra: 'x'.repeat(2e7) })
  tokens.add('short', { ...token, extra: 'x' })
  expect([...tokens.all()]).toEqual([{ ...token, extra: 'x' }])
})

it('keeps a token that is issued again as a new one', () => {
  const tokens = createTokenStore()
  const token = { account: 'a', extra: '', issuedAt: 0, reads: 0, outcome: undefined }
  tokens.add('fixed', token)
  for (let index = 0; index < 9_999; index++) tokens.add(`token ${index}`, token)
  tokens.add('fixed', { ...token, extra: 'again' })
  tokens.add('one more', token)
  expect(tokens.get('token 0')).toBeUndefined()
  expect(tokens.get('fixed')).toMatchObject({ extra: 'again' })
})
