import { createEmulator, developmentCredential, type Emulator } from '@tc3-edge/emulator'
import { expect, vi } from 'vitest'
import { type AttemptEvent, createFaceidClient, type FaceidClientOptions, FaceidError } from '../../src/index.ts'

export const credentials = developmentCredential
export const region = 'ap-singapore'

/** A client of an emulator in this process. */
export function emulated(options: Partial<FaceidClientOptions> = {}, emulator: Emulator = createEmulator()) {
  return { emulator, faceid: createFaceidClient({ credentials, region, fetch: emulator.fetch, ...options }) }
}

/** A client whose every request gets this answer. */
export function answering(respond: () => Response | Promise<Response>, options: Partial<FaceidClientOptions> = {}) {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => respond())
  return { fetch, faceid: createFaceidClient({ credentials, region, fetch, maxRetries: 0, ...options }) }
}

export const answerOf = (response: object, init?: ResponseInit) =>
  Response.json({ Response: { RequestId: 'r', ...response } }, init)
export const errorOf = (Code: string, init?: ResponseInit) => answerOf({ Error: { Code, Message: 'no' } }, init)

/** What a call is rejected with, which has to be of the family. */
export function failure(call: Promise<unknown>): Promise<FaceidError> {
  return call.then(
    () => expect.fail('The call should have failed'),
    (error: unknown) => {
      if (error instanceof FaceidError) return error
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
