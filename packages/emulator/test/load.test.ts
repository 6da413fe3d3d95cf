import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { createEmulator } from '../src/index.ts'
import { startEmulator } from '../src/node.ts'
import type { ReceivedRequest } from '../src/recorder/received-request.ts'
import { createRecorder } from '../src/recorder/recorder.ts'
import { codeOf } from './support/caller.ts'

const run = promisify(execFile)

it('counts the same whether or not somebody reads reports meanwhile', async () => {
  const countWith = async (polling: boolean) => {
    let now = Date.UTC(2026, 4, 6, 12)
    const emulator = await startEmulator({ clock: () => now, control: true, requestsPerSecond: 'unlimited' })
    for (let call = 0; call < 60; call++) {
      now += 49
      const options = { url: emulator.url, timestamp: Math.floor(now / 1000) }
      await codeOf(fetch, { Extra: 'ann' }, options)
      if (polling) for (const path of ['report', 'requests']) await fetch(`${emulator.url}/__emulator/${path}`)
    }
    await emulator.close()
    return emulator.report()
  }
  const [without, under] = [await countWith(false), await countWith(true)]
  expect(under).toEqual(without)
  expect(under).toMatchObject({ received: 60, mostReceivedInAnySecond: 21 })
})

it('stamps requests that are ready together before it handles the first of them', async () => {
  const order: string[] = []
  let now = Date.UTC(2026, 4, 6, 12)
  const emulator = await startEmulator({
    clock: () => {
      order.push('stamped')
      return ++now
    },
    onRequest: () => void order.push('handled'),
  })
  const timestamp = Math.floor(now / 1000)
  await Promise.all(Array.from({ length: 10 }, () => codeOf(fetch, {}, { url: emulator.url, timestamp })))
  const times = emulator.received().map(({ time }) => time)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect(order.filter((what) => what === 'handled')).toHaveLength(10)
  await emulator.close()
})

it('reports on 100,000 requests with long Extras, and holds no more than its bytes of them', () => {
  const recorder = createRecorder(2 ** 24, () => 20, 'sliding')
  for (let index = 0; index < 100_000; index++) recorder.record(requestAt(index * 10))
  expect(recorder.report()).toMatchObject({ received: 100_000, ok: 100_000, mostReceivedInAnySecond: 100 })
  const kept = recorder.received()
  expect(Buffer.byteLength(JSON.stringify(kept.map(({ parameters }) => parameters)))).toBeLessThan(2 ** 24)
  expect(kept.length + recorder.dropped()).toBe(100_000)
  expect(kept.at(-1)).toEqual(requestAt(999_990))
})

function requestAt(time: number): ReceivedRequest {
  const extra = `${time} `.padEnd(900, 'x')
  const who = { account: 'a', service: 'faceid', action: 'ApplySdkVerificationToken', region: 'ap-singapore', extra }
  return { time, ...who, parameters: { Extra: extra }, accepted: true, outcome: 'ok', fault: null, requestId: 'r' }
}

it('keeps a process alive that waits for a call that hangs, as a socket does', async () => {
  const script = `
    import { createEmulator } from '@tc3-edge/emulator'
    const { fetch, faults } = createEmulator()
    faults.add({ fault: { kind: 'hang' } })
    const signal = AbortSignal.timeout(20)
    await fetch('https://faceid.tencentcloudapi.com/', { method: 'POST', body: '{}', signal }).catch((error) => console.log(error.name))
  `
  const cwd = new URL('..', import.meta.url)
  const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', script], { cwd })
  expect(stdout).toBe('TimeoutError\n')
})

it('has every quota whole again after a reset', async () => {
  const { fetch: call, resetQuota } = createEmulator({ requestsPerSecond: 1, clock: () => 1_778_068_800_000 })
  const timestamp = 1_778_068_800
  const codes = [await codeOf(call, {}, { timestamp }), await codeOf(call, {}, { timestamp })]
  resetQuota()
  expect([...codes, await codeOf(call, {}, { timestamp })]).toEqual(['ok', 'RequestLimitExceeded', 'ok'])
})
