// The gate, the signer and the emulator in one process, on one clock: calls that are signed for two days are under way at once.
import { createEmulator, developmentCredential as credentials } from '@tc3-edge/emulator'
import { createFaceidClient } from '@tc3-edge/faceid'
import { Gate, MemoryStore } from '@tc3-edge/gate'
import { expect, it } from 'vitest'

const dayOf = (timestamp: number) => new Date(timestamp * 1_000).toISOString().slice(0, 10)

it('calls of both sides of midnight UTC are under way at once, and each is accepted until its signature has expired', async () => {
  // Tencent's clock may be 2 s ahead before the first response: the latest it can show is 23:59:59 plus 294 s.
  let now = Date.UTC(2026, 0, 2, 0, 4, 51, 500)
  const emulator = createEmulator({ clock: () => now })
  const faceid = createFaceidClient({ credentials, region: 'ap-singapore', fetch: emulator.fetch })
  const settings = { limit: 20, maxWaitMs: 0, lifetimeS: 6, signing: 'backdated', horizonS: 60 } as const
  const gate = new Gate(settings, new MemoryStore(), now)
  const timestampAt = (at: number, id: string) => {
    now = at
    const [decision] = gate.acquire(now, { id, caller: 'c', tenant: 'c', maxWaitMs: 0 }).decisions
    if (decision?.kind !== 'granted') throw new Error(`${id} was not granted`)
    return decision.timestamp
  }
  const [before, after] = [timestampAt(now, 'before'), timestampAt(now + 1_000, 'after')]
  expect([before, after].map(dayOf)).toStrictEqual(['2026-01-01', '2026-01-02'])
  for (const timestamp of [after, before, after, before]) {
    expect(await faceid.ApplySdkVerificationToken({}, { timestamp })).toMatchObject({ SdkToken: expect.any(String) })
  }
  now = (before + 301) * 1_000
  await expect(faceid.ApplySdkVerificationToken({}, { timestamp: before })).rejects.toMatchObject({
    code: 'AuthFailure.SignatureExpire',
  })
  await faceid.ApplySdkVerificationToken({}, { timestamp: after })
})
