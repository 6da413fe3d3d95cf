import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { developmentCredential } from '../src/index.ts'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { envelopeOf } from './support/envelope.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('./support/sign-with-openssl.sh', import.meta.url))

let emulator: RunningEmulator

beforeAll(async () => {
  for (const tool of ['bash', 'openssl', 'curl']) {
    await run(tool, [tool === 'openssl' ? 'version' : '--version']).catch(() => {
      throw new Error(`This test needs the command ${tool}, which is not on this machine.`)
    })
  }
  emulator = await startEmulator({ sdkEndpoints: false })
})

afterAll(() => emulator?.close())

it('accepts a signature made by openssl and sent by curl', async () => {
  const { secretId, secretKey } = developmentCredential
  const { stdout } = await run(script, [emulator.url, secretId, secretKey, '{"CheckMode":1,"Extra":"by hand"}'])
  expect(envelopeOf(stdout)).toMatchObject({ SdkToken: expect.any(String), RequestId: expect.any(String) })
  expect(emulator.received().at(-1)).toMatchObject({ outcome: 'ok', extra: 'by hand' })
})

it('refuses the same with another key', async () => {
  const { stdout } = await run(script, [emulator.url, developmentCredential.secretId, 'another', '{}'])
  expect(envelopeOf(stdout).Error?.Code).toBe('AuthFailure.SignatureFailure')
})
