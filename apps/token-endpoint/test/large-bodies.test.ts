import { expect, it } from 'vitest'
import { conforming } from './conforms.ts'
import { logLineOf, startEndpoint } from './running-endpoint.ts'

const MB = 1024 * 1024
const photoOf = (bytes: number) => ({ parameters: { CheckMode: 2, CompareImage: 'A'.repeat(bytes - 1_000) } })

it('a third photo of 4 MB is told when to come back while two are under way, and small requests pass', async () => {
  await using endpoint = await startEndpoint({ UPSTREAM_TIMEOUT_MS: '10000' })
  endpoint.emulator.faults.add({ next: 2, fault: { kind: 'hang' } })
  const underWay = [endpoint.post(photoOf(4 * MB)), endpoint.post(photoOf(4 * MB))]
  await expect.poll(() => endpoint.emulator.received().length).toBe(2)

  const refused = await endpoint.post(photoOf(4 * MB))
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(await conforming(refused)).toMatchObject({ code: 'capacity-exhausted', promised: false })
  expect(await logLineOf(refused, endpoint)).toMatchObject({ status: 503, reason: 'bodies' })
  expect((await endpoint.post({})).status).toBe(201)

  expect((await Promise.all(underWay)).map(({ status }) => status)).toStrictEqual([504, 504])
  expect((await endpoint.post(photoOf(4 * MB))).status).toBe(201)
})

it('the limit is a setting, and a body beyond it is refused by name though all of it was sent', async () => {
  await using endpoint = await startEndpoint({ MAX_BODY_BYTES: String(10 * MB), UPSTREAM_TIMEOUT_MS: '20000' })
  expect((await endpoint.post(photoOf(10 * MB))).status).toBe(201)
  expect(await conforming(await endpoint.post(photoOf(10 * MB + 2_000)))).toMatchObject({
    code: 'body-too-large',
    detail: 'The body may have 10485760 bytes at most.',
  })
})
