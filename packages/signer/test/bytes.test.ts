import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { createSigner, sha256Hex } from '../src/index.ts'
import { nodeCrypto } from '../src/node.ts'

const signer = createSigner({ credentials: { secretId: 'AKIDEXAMPLE', secretKey: 'secretEXAMPLE' }, service: 'faceid' })
const sign = (body: ArrayBufferView | ArrayBuffer) =>
  signer.sign({ method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body }, { timestamp: 1735689600 })

test.each(['new ArrayBuffer(2)', 'new Uint8Array(2)', 'new DataView(new ArrayBuffer(2))'])(
  '%s of another realm is bytes',
  async (code) => {
    const foreign = runInNewContext(code)
    expect(await sign(foreign)).toEqual(await sign(new Uint8Array(2)))
    expect(await sha256Hex(foreign)).toBe(await sha256Hex('\0\0'))
    expect(nodeCrypto.sha256Hex(foreign)).toBe(nodeCrypto.sha256Hex('\0\0'))
  },
)

describe('memory that another thread could change between the hash and the request is refused', () => {
  test.each([
    ['a SharedArrayBuffer', new SharedArrayBuffer(4)],
    ['a view of one', new Uint8Array(new SharedArrayBuffer(4))],
  ])('%s', async (_, shared) => {
    const bytes = shared as Uint8Array
    await expect(sign(bytes)).rejects.toThrow(new TypeError('body must be a string or bytes'))
    await expect(sha256Hex(bytes)).rejects.toThrow(new TypeError('data must be a string or bytes'))
    expect(() => nodeCrypto.sha256Hex(bytes)).toThrow(new TypeError('data must be a string or bytes'))
  })
})
