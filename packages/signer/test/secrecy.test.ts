import { inspect } from 'node:util'
import { expect, test, vi } from 'vitest'
import { createSigner, credentialScope, deriveSigningKey } from '../src/index.ts'

const secretKey = 'verySecretEXAMPLE'
const credentials = { secretId: 'AKIDEXAMPLE', secretKey, token: 'sessionTokenEXAMPLE' }
const post = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{}' }

function everythingVisible(value: unknown): string {
  return inspect(value, { showHidden: true, depth: 20, getters: true }) + JSON.stringify(value) + String(value)
}

test('a signer shows none of its credentials', async () => {
  const signer = createSigner({ credentials, service: 'faceid' })
  await signer.sign(post)
  expect(everythingVisible(signer)).not.toMatch(/verySecret|sessionToken|AKID/)
  expect(JSON.stringify(signer)).toBe('{}')
})

test('a derived key shows neither itself nor the secret', async () => {
  const key = await deriveSigningKey(secretKey, credentialScope(1735689600, 'faceid'))
  expect(everythingVisible(key)).not.toMatch(/verySecret/)
  expect(JSON.stringify(key)).toBe('{}')
})

test('nothing is written to the console', async () => {
  const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const
  const spies = methods.map((method) => vi.spyOn(console, method))
  const signer = createSigner({ credentials, service: 'faceid', fetch: async () => new Response() })
  await signer.fetch(post.url, post)
  await signer.sign({ ...post, url: 'nowhere' }).catch(() => {})
  for (const spy of spies) expect(spy).not.toHaveBeenCalled()
})

test('an error of the connection holds no Authorization', async () => {
  const signer = createSigner({ credentials, service: 'faceid' })
  const error: unknown = await signer.fetch('http://127.0.0.1:1/', post).catch((reason) => reason)
  expect(error).toBeInstanceOf(Error)
  expect(everythingVisible(error)).not.toMatch(/Signature=|verySecret|sessionToken/)
})
