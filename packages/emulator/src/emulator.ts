import { createApp } from './app.ts'
import { type Connection, inProcess } from './connection.ts'
import { createFaultQueue, type Faults } from './faults/queue.ts'
import type { EmulatorState } from './handle-request.ts'
import { DEFAULT_REQUESTS_PER_SECOND, type EmulatorOptions, type Settings, settingsOf } from './options.ts'
import { createRateLimit } from './rate-limit.ts'
import { createRecorder, type ReceivedRequest } from './recorder.ts'
import { type Report, reportOf } from './report.ts'
import { parseDescription } from './spec/description.ts'
import type { Operation } from './spec/operation.ts'

/** A stand-in for the API, in this process. Its functions may be taken out of it and passed on. */
export interface Emulator {
  /** Answers as the API would, whatever host the URL names. Use it wherever a client takes a `fetch`. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** For hosts: answers a request that came by a connection. */
  handle: (request: Request, connection: Connection) => Promise<Response>
  /** Every request that was received and is still kept, oldest first. */
  received: () => ReceivedRequest[]
  report: () => Report
  /** Forgets all received requests. The rate limit and fault rules stay as they are. */
  clear: () => void
  /** What goes wrong. */
  faults: Faults
}

/**
 * Makes an emulator.
 *
 * @throws {TypeError} naming the option that is wrong and what it should hold.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const state = stateOf(settingsOf(options))
  const app = createApp(state)
  const { settings, recorder, faults, limitOf } = state
  const handle = async (request: Request, connection: Connection): Promise<Response> =>
    app.fetch(request, { connection })
  return {
    fetch: (input, init) => {
      const request = new Request(input, init)
      return untilAborted(request.signal, () => handle(request, inProcess))
    },
    handle,
    received: recorder.received,
    report: () => reportOf(recorder.received(), recorder.dropped(), limitOf, settings.window),
    clear: recorder.clear,
    faults: { add: faults.add, active: faults.active, clear: faults.clear },
  }
}

function stateOf(settings: Settings): EmulatorState {
  const { service, operations } = parseDescription(settings.spec)
  const stranger = Object.keys(settings.answers).find((action) => !operations.has(action))
  if (stranger !== undefined) {
    throw new TypeError(`answers names ${stranger}; there is: ${[...operations.keys()].join(', ')}.`)
  }
  const limitOf = (action: string): number =>
    settings.requestsPerSecond ?? operations.get(action)?.requestsPerSecond ?? DEFAULT_REQUESTS_PER_SECOND
  return {
    settings,
    gateway: {
      credentials: settings.credentials,
      sdkEndpoints: settings.sdkEndpoints,
      service,
      operations: withRegions(operations, settings.regions),
    },
    rateLimit: createRateLimit(settings.window, settings.countRefused),
    limitOf,
    faults: createFaultQueue(settings.random),
    recorder: createRecorder(settings.recorderCapacity),
  }
}

function withRegions(
  operations: ReadonlyMap<string, Operation>,
  regions: readonly string[] | undefined,
): ReadonlyMap<string, Operation> {
  if (!regions) return operations
  const rule = { name: 'X-TC-Region', required: true, values: regions }
  return new Map(
    [...operations].map(([action, operation]) => [
      action,
      { ...operation, headers: new Map([...operation.headers, ['x-tc-region', rule]]) },
    ]),
  )
}

/** As `fetch` does: an abort is heard at once, even by a request that hangs. */
function untilAborted(signal: AbortSignal, work: () => Promise<Response>): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort))
  })
}
