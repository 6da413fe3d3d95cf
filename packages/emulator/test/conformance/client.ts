import type { Credential } from '../../src/index.ts'
import type { Case } from './case.ts'

/** How a case wants the client to be set up; what is not said is left to the client. */
export interface ClientSetup {
  /** Where the emulator listens, such as `http://127.0.0.1:9320`. */
  url: string
  credential: Credential
  region: string
  action: string
  version: string
  method: 'POST' | 'GET'
  language?: 'zh-CN' | 'en-US'
  contentType?: string
  /** Sent as they are, in place of parameters. */
  body?: string
}

export type Parameters = Record<string, unknown>

/** What a client needs to run through the cases: it resolves to the unwrapped answer or throws an error with `code`. */
export interface Client {
  name: string
  call: (parameters: Parameters, setup: ClientSetup) => Promise<unknown>
  /** Why this client can't express a case; the case is then shown as skipped. */
  cannot?: (testCase: Case) => string | undefined
}
