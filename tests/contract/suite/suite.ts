import type { SignerCrypto } from '@tc3-edge/signer'
import type { RandomCase } from '../vectors/random-case.ts'

/** The packages under test, handed in by the runtime's entry, and the library that they promise to go with. */
export interface Library {
  readonly createClient: typeof import('openapi-fetch').default
  /** `@tc3-edge/signer/node`, where there is `node:crypto`. */
  readonly nodeCrypto?: SignerCrypto
  readonly signer: typeof import('@tc3-edge/signer')
  readonly client: typeof import('@tc3-edge/client')
  readonly faceid: typeof import('@tc3-edge/faceid')
  readonly validate: typeof import('@tc3-edge/faceid/validate')
}

/** What a server may do that means no good, or that is broken. */
export type HostileBehavior =
  | 'a length that is none'
  | 'an endless body'
  | 'a gzip bomb'
  | 'a brotli bomb'
  | 'a redirect'
  | 'half a body'

/** What a run is given besides the packages. */
export interface Settings {
  /** Where this runtime's own emulator listens, with its control routes. */
  readonly endpoint: string
  /** An address on this machine where nobody listens. */
  readonly closedEndpoint: string
  /** A server that answers as its header `x-hostile` says. */
  readonly hostileEndpoint: string
  /** What the emulator accepts. */
  readonly longTerm: { readonly secretId: string; readonly secretKey: string }
  readonly temporary: { readonly secretId: string; readonly secretKey: string; readonly token: string }
  readonly cases: readonly RandomCase[]
  /** What the table says that this runtime lacks. */
  readonly lacks: readonly Feature[]
}

export interface Context extends Library, Settings {
  /** What signers are made with. Absent: WebCrypto, their default. */
  readonly crypto?: SignerCrypto | undefined
}

/** What not every runtime has. Which lacks what stands in `runtimes.ts`. */
export type Feature =
  | 'AbortSignal.any'
  | 'process.env'
  | 'long-term secrets'
  | 'codes of failed connections'
  | 'node:crypto'

export interface Test {
  readonly name: string
  /** Runs only where this is there. */
  readonly needs?: Feature
  /** Runs only where this is lacking. */
  readonly without?: Feature
  readonly run: (context: Context) => void | Promise<void>
}

export interface Result {
  readonly name: string
  /** What went wrong; absent when nothing did. */
  readonly error?: string
}

/** What a run hands back. */
export interface Report {
  /** What the runtime was found to lack. */
  readonly lacking: readonly Feature[]
  readonly results: readonly Result[]
}

/** The tests that a runtime with these gaps can and must pass. */
export function testsFor(tests: readonly Test[], lacks: readonly Feature[]): Test[] {
  return tests.filter(({ needs, without }) => {
    if (needs && lacks.includes(needs)) return false
    return !without || lacks.includes(without)
  })
}

/** One after the other, each to its end or to its time limit. */
export async function runAll(tests: readonly Test[], context: Context): Promise<Result[]> {
  const results: Result[] = []
  for (const { name, run } of tests) {
    try {
      await inTime(run(context))
      results.push({ name })
    } catch (error) {
      results.push({ name, error: error instanceof Error ? `${error.stack ?? error}` : String(error) })
    }
  }
  return results
}

const TIME_LIMIT = 20_000

async function inTime(work: void | Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${TIME_LIMIT} ms`)), TIME_LIMIT)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
