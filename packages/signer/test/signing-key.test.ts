import { afterEach, expect, test, vi } from 'vitest'
import { createSigner } from '../src/index.ts'

const importKey = vi.spyOn(crypto.subtle, 'importKey')
afterEach(() => importKey.mockClear())

/** A derivation imports the secret and its three heirs. */
const derivations = () => importKey.mock.calls.length / 4
const day = 86_400
const post = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{}' }

/** A signer whose secret can be rotated. */
function rotating() {
  const current = { secretId: 'AKIDEXAMPLE', secretKey: 'secret0' }
  const signer = createSigner({ credentials: () => current })
  const sign = async (secretKey: string, timestamp = day, url = post.url) => {
    current.secretKey = secretKey
    return (await signer.sign({ ...post, url }, { timestamp })).authorization
  }
  return sign
}

test('a key is derived once for a secret, a day and a service', async () => {
  const sign = rotating()
  await sign('a')
  expect(derivations()).toBe(1)
  await sign('a', day + 86_399)
  expect(derivations()).toBe(1)
  await sign('a', 2 * day)
  expect(derivations()).toBe(2)
  await sign('b')
  expect(derivations()).toBe(3)
  await sign('a', day, 'https://cvm.tencentcloudapi.com/')
  expect(derivations()).toBe(4)
  await sign('a')
  await sign('b')
  expect(derivations()).toBe(4)
})

test('rotated secrets do not pile up, and an evicted key is derived anew', async () => {
  const sign = rotating()
  const first = await sign('secret0')
  for (let i = 1; i <= 40; i++) await sign(`secret${i}`)
  expect(derivations()).toBe(41)
  let kept = 0
  for (let i = 0; i <= 40; i++) {
    const before = derivations()
    await sign(`secret${i}`)
    if (derivations() === before) kept++
  }
  expect(kept).toBeLessThanOrEqual(17)
  expect(await sign('secret0')).toBe(first)
})

test('derived keys cannot be exported', async () => {
  await rotating()('a')
  for (const [, , , extractable] of importKey.mock.calls) expect(extractable).toBe(false)
})
