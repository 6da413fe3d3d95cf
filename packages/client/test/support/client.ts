import { createEmulator, developmentCredential, type Emulator } from '@tc3-edge/emulator'
import { expect, vi } from 'vitest'
import {
  type AttemptEvent,
  type CallOptions,
  createTencentClient,
  type OperationInfo,
  type TencentClientOptions,
  TencentError,
} from '../../src/index.ts'
import type { paths } from './paths.ts'

export const credentials = developmentCredential
export const region = 'ap-singapore'
export const action = 'ApplySdkVerificationToken'

/** What the client is told of the operation that these tests call. */
export const operation: OperationInfo = {
  region: 'required',
  secrets: ['CompareImage', 'SdkToken'],
  requiredResponseFields: { SdkToken: 'string' },
}

export const api = {
  endpoint: 'https://faceid.tencentcloudapi.com',
  version: '2018-03-01',
  operations: { ApplySdkVerificationToken: operation, DescribeSecret: { idempotent: true } },
} as const

type Options = Partial<TencentClientOptions<paths>>

/** A client, and the call that most tests make. */
export function clientOf(options: Options = {}) {
  const client = createTencentClient<paths>({ ...api, credentials, region, ...options })
  const apply = (parameters?: object, callOptions?: CallOptions) => client.call(action, Object(parameters), callOptions)
  return { client, apply }
}

/** A client of an emulator in this process. */
export function emulated(options: Options = {}, emulator: Emulator = createEmulator()) {
  return { emulator, ...clientOf({ fetch: emulator.fetch, ...options }) }
}

/** A client whose every request gets this response. */
export function answering(respond: (init: RequestInit) => Response | Promise<Response>, options: Options = {}) {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async (_, init) => respond(init))
  return { fetch, ...clientOf({ fetch, maxRetries: 0, ...options }) }
}

export const answerOf = (response: object, init?: ResponseInit) =>
  Response.json({ Response: { RequestId: 'r', ...response } }, init)
export const errorOf = (Code: string, init?: ResponseInit) => answerOf({ Error: { Code, Message: 'no' } }, init)
export const good = () => answerOf({ SdkToken: 't' })

/** What a call is rejected with, which has to be of the family. */
export function failure(call: Promise<unknown>): Promise<TencentError> {
  return call.then(
    () => expect.fail('The call should have failed'),
    (error: unknown) => {
      if (error instanceof TencentError) return error
      throw error
    },
  )
}

/** A hook that keeps what it is told, and lets every wait between attempts pass at once. Needs fake timers. */
export function passingWaits(): { readonly events: AttemptEvent[]; readonly onAttempt: (event: AttemptEvent) => void } {
  const events: AttemptEvent[] = []
  return {
    events,
    onAttempt: (event) => {
      events.push(event)
      const { retryDelayMs } = event
      if (retryDelayMs !== undefined) queueMicrotask(() => vi.advanceTimersByTime(Math.ceil(retryDelayMs)))
    },
  }
}

/** The n-th request that the mock was called with. */
export function sent(fetch: { readonly mock: { readonly calls: readonly (readonly [string, RequestInit])[] } }, n = 0) {
  const call = fetch.mock.calls[n]
  if (call === undefined) throw new Error(`There was no request ${n}`)
  const [url, init] = call
  return { url, init, headers: new Headers(init.headers), body: String(init.body) }
}
