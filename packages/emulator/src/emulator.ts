import { setInterval as nodeInterval } from 'node:timers'
import { createVerifications, type VerificationStore, type Verifications } from './faceid/verifications.ts'
import { createFaultQueue, type Faults } from './faults/queue.ts'
import { createRateLimit } from './gateway/rate-limit.ts'
import { type EmulatorState, handleRequest } from './handle-request.ts'
import { readRequest } from './http-request.ts'
import { DEFAULT_REQUESTS_PER_SECOND, type EmulatorOptions, type Settings, settingsOf } from './options.ts'
import type { ReceivedRequest } from './recorder/received-request.ts'
import { createRecorder } from './recorder/recorder.ts'
import type { LimitOf, Report } from './recorder/report.ts'
import { type ApiDescription, parseDescription } from './spec/api-description.ts'

/** A stand-in for the API, in this process. Its functions may be taken out of it and passed on. */
export interface Emulator {
  /** Responds as the API would, whatever host the URL names. Use it wherever a client takes a `fetch`. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** Copies of the requests that were received and are still kept, oldest first. */
  received: () => ReceivedRequest[]
  /** What was counted as requests came: cheap at any time, and no less for what is no longer kept. */
  report: () => Report
  /** Forgets received requests and their counts. The rate limit and fault rules stay as they are. */
  clear: () => void
  /** Every account has its whole quota again. */
  resetQuota: () => void
  /** What goes wrong. */
  faults: Faults
  /** What comes of the verifications whose tokens were issued here. */
  verifications: Verifications
}

/**
 * Creates an emulator.
 *
 * @throws {TypeError} naming the option that is wrong and what it should hold.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  return emulatorOf(createState(options))
}

export interface State extends EmulatorState {
  verifications: Omit<VerificationStore, 'behaviors'>
}

export function createState(options: EmulatorOptions): State {
  const settings = settingsOf(options)
  const apis = settings.specs.map(parseDescription).map((api) => withRegions(api, settings.regions))
  checkAnswers(settings, apis)
  const limitOf = limitsOf(settings, apis)
  const { behaviors, ...verifications } = createVerifications(settings.outcome)
  const { credentials, sdkEndpoints, unknownParameters } = settings
  let last = Number.NEGATIVE_INFINITY
  return {
    settings,
    gateway: { credentials, sdkEndpoints, unknownParameters, apis },
    rateLimit: createRateLimit(settings.window, settings.countRefused),
    limitOf,
    faults: createFaultQueue(settings.random),
    recorder: createRecorder(settings.recordingBytes, limitOf, settings.window),
    behaviors,
    verifications,
    inOrder: (time) => {
      last = Math.max(last, time)
      return last
    },
  }
}

export function emulatorOf(state: State): Emulator {
  const { recorder, rateLimit, faults, verifications } = state
  return {
    fetch: async (input, init) => {
      const request = new Request(input, init)
      return untilAborted(request.signal, () => respond(request, state))
    },
    received: recorder.received,
    report: recorder.report,
    clear: recorder.clear,
    resetQuota: rateLimit.reset,
    faults: { add: faults.add, active: faults.active, clear: faults.clear },
    verifications,
  }
}

async function respond(request: Request, state: State): Promise<Response> {
  if (new URL(request.url).pathname !== '/') return new Response(ELSEWHERE, { status: 404 })
  const received = await readRequest(request)
  // The rest of its body would not have been sent.
  request.signal.throwIfAborted()
  const reply = await handleRequest(received, state.settings.clock(), state)
  if (reply === 'hang') return hang(request.signal)
  if (reply === 'reset') throw connectionReset()
  return new Response(reply.body, { status: reply.status, headers: reply.headers })
}

/** For what is not a call of the API, and so not recorded either. */
export const ELSEWHERE = 'The API is at /. Control routes are at /__emulator if they are switched on.\n'

/** Nothing comes until the call is aborted. As with a socket, the process does not end while it waits. */
function hang(signal: AbortSignal): Promise<Response> {
  return new Promise(() => {
    const open = nodeInterval(() => {}, 2 ** 30)
    signal.addEventListener('abort', () => clearInterval(open), { once: true })
  })
}

/** What `fetch` shows of a connection that breaks. */
function connectionReset(): TypeError {
  const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
  return new TypeError('fetch failed', { cause })
}

/** As `fetch` does: an abort rejects at once, even while a request hangs. */
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

function checkAnswers({ answers }: Settings, apis: readonly ApiDescription[]): void {
  const unknown = Object.keys(answers).find((action) => !apis.some(({ operations }) => operations.has(action)))
  if (unknown === undefined) return
  const actions = apis.flatMap(({ operations }) => [...operations.keys()]).join(', ')
  throw new TypeError(`answers names ${unknown}; there is: ${actions}.`)
}

function limitsOf({ requestsPerSecond }: Settings, apis: readonly ApiDescription[]): LimitOf {
  const documented = new Map<string, number | undefined>()
  for (const { service, operations } of apis) {
    for (const { action, requestsPerSecond: limit } of operations.values())
      documented.set(`${service}.${action}`, limit)
  }
  return (service, action) => requestsPerSecond ?? documented.get(`${service}.${action}`) ?? DEFAULT_REQUESTS_PER_SECOND
}

function withRegions(api: ApiDescription, regions: readonly string[] | undefined): ApiDescription {
  if (!regions) return api
  const rule = { name: 'X-TC-Region', required: true, values: regions }
  const operations = [...api.operations].map(([action, operation]) => {
    const headers = new Map([...operation.headers, ['x-tc-region', rule]])
    return [action, { ...operation, headers }] as const
  })
  return { ...api, regions, operations: new Map(operations) }
}
