import { createSigner } from '@tc3-edge/signer'
import { nodeCrypto } from '@tc3-edge/signer/node'
import { expect, it } from 'vitest'
import { signCase } from './suite/signer/random.ts'
import { randomCases } from './vectors/random.ts'
import { officialKinds } from './vectors/random-case.ts'

// What both SDKs make of a request is compared where the cases are made.
const cases = randomCases(20261125, officialKinds, 1000)

it.each([
  ['WebCrypto', undefined],
  ['node:crypto', nodeCrypto],
])('3,000 random requests are signed with %s as both official SDKs sign them', async (_, crypto) => {
  expect(cases).toHaveLength(3000)
  for (const one of cases) {
    const { authorization } = await signCase(createSigner, one, crypto)
    if (authorization !== one.authorization) expect.fail(`signed otherwise: ${JSON.stringify(one)}`)
  }
})
