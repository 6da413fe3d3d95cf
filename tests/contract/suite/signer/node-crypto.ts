import { equal, ok } from '../assert.ts'
import type { Test } from '../suite.ts'
import { post, signerOf, timestamp } from './given.ts'

const data = ['', 'a'.repeat(200), '審核 é 🙂', '\ud83d', 'a'.repeat(65_536), 'a'.repeat(65_537)]

/** What holds of `@tc3-edge/signer/node` besides all that the suite's other tests of the signer say. */
export const nodeCryptoTests: readonly Test[] = [
  {
    name: 'node:crypto: digests are those of WebCrypto, of text and of bytes',
    needs: 'node:crypto',
    run: async ({ signer, nodeCrypto }) => {
      for (const text of data) {
        const bytes = new TextEncoder().encode(text)
        const views = [bytes, bytes.buffer, new DataView(bytes.buffer, 0, bytes.length)]
        const digests = await Promise.all([text, ...views].map((one) => nodeCrypto?.sha256Hex(one)))
        equal(digests, Array(4).fill(await signer.sha256Hex(text)))
      }
    },
  },
  {
    name: 'node:crypto: up to 64 KB are hashed at once, more by WebCrypto, which does not hold the event loop',
    needs: 'node:crypto',
    run: async ({ nodeCrypto }) => {
      for (const small of ['a'.repeat(65_536), new Uint8Array(65_536)]) {
        equal(typeof nodeCrypto?.sha256Hex(small), 'string')
      }
      for (const large of ['a'.repeat(65_537), new Uint8Array(65_537), new DataView(new ArrayBuffer(65_537))]) {
        ok(nodeCrypto?.sha256Hex(large) instanceof Promise, 'it is a promise')
      }
    },
  },
  {
    name: 'node:crypto: a signer with it makes the signature of one without',
    needs: 'node:crypto',
    run: async (context) => {
      const sign = (crypto: typeof context.crypto) => signerOf({ ...context, crypto }).sign(post, { timestamp })
      equal(await sign(context.nodeCrypto), await sign(undefined))
    },
  },
  {
    name: 'node:crypto: a derived key shows nothing of itself',
    needs: 'node:crypto',
    run: async ({ nodeCrypto }) => {
      equal(Object.keys(Object(await nodeCrypto?.deriveSigningKey('EXAMPLE', '2025-01-01/faceid/tc3_request'))), [
        'sign',
      ])
    },
  },
]
