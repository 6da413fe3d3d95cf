import { attempts } from './client/attempts.ts'
import { calls } from './client/calls.ts'
import { failures } from './client/failures.ts'
import { patience } from './client/patience.ts'
import { tencent } from './client/tencent.ts'
import { credentialTests } from './signer/credentials.ts'
import { fetchTests } from './signer/fetch.ts'
import { random } from './signer/random.ts'
import { refusals } from './signer/refusals.ts'
import { requests } from './signer/requests.ts'
import { vectors } from './signer/vectors.ts'
import type { Test } from './suite.ts'

/** The suite. Every runtime runs all of it, but for what `runtimes.ts` says that it lacks. */
export const tests: readonly Test[] = [
  ...vectors,
  ...random,
  ...requests,
  ...credentialTests,
  ...refusals,
  ...fetchTests,
  ...calls,
  ...failures,
  ...patience,
  ...attempts,
  ...tencent,
]
