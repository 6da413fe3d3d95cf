import { attempts } from './client/attempts.ts'
import { calls } from './client/calls.ts'
import { failures } from './client/failures.ts'
import { hostile } from './client/hostile.ts'
import { patience } from './client/patience.ts'
import { tencent } from './client/tencent.ts'
import { credentialTests } from './signer/credentials.ts'
import { fetchTests } from './signer/fetch.ts'
import { nodeCryptoTests } from './signer/node-crypto.ts'
import { openapiFetch } from './signer/openapi-fetch.ts'
import { random } from './signer/random.ts'
import { refusals } from './signer/refusals.ts'
import { requests } from './signer/requests.ts'
import { vectors } from './signer/vectors.ts'
import type { Test } from './suite.ts'

const signer: readonly Test[] = [
  ...vectors,
  ...random,
  ...requests,
  ...credentialTests,
  ...refusals,
  ...fetchTests,
  ...openapiFetch,
]

/** The suite. Every runtime runs all of it, but for what `runtimes.ts` says that it lacks. */
export const tests: readonly Test[] = [
  ...signer,
  ...withNodeCrypto(signer),
  ...nodeCryptoTests,
  ...calls,
  ...failures,
  ...hostile,
  ...patience,
  ...attempts,
  ...tencent,
]

/** The same tests with signers on `node:crypto`. What a runtime lacks does not depend on that. */
function withNodeCrypto(all: readonly Test[]): Test[] {
  return all
    .filter(({ needs, without }) => !needs && !without)
    .map(({ name, run }) => ({
      name: `${name}, with node:crypto`,
      needs: 'node:crypto',
      run: (context) => run({ ...context, crypto: context.nodeCrypto }),
    }))
}
