// Open-loop load on a gate: callers ask at their rates whatever the answers are. Who is refused goes away, or returns at
// Retry-After.
import { type Decision, Gate, type GateSettings, MemoryStore, type Step } from '../src/index.ts'

export interface Load {
  /** The requests per second of each caller. */
  readonly rates: readonly number[]
  /** With whom each shares. Those of the tenant `users` have one appointment at a time, others one for each request. */
  readonly tenant: (caller: number) => string
  /** Of the tenant `users`; others have 1. Default: 1. */
  readonly usersWeight?: number
  /** `regular`: as a clock with some jitter. `poisson`: independently. `bursts`: five at once, at a fifth of the rate. */
  readonly arrivals: 'regular' | 'poisson' | 'bursts'
  /** How often a request is made in all, if it is refused. */
  readonly attempts: number
  /** How long a call takes, in milliseconds: at least, and how much longer by chance. */
  readonly callMs: { readonly least: number; readonly spread: number }
  readonly seconds: number
  readonly seed: number
  /** How many of the calls have no known end. Default: none. */
  readonly lost?: number
}

export interface Outcome {
  /** Of each caller: how many requests it made, returns not counted, and how many were served. */
  readonly demanded: number[]
  readonly served: number[]
  readonly waits: number[]
  /** First returns of each at an appointment, and how many of them were served. */
  readonly due: number[]
  readonly kept: number[]
  /** Calls made, over the most that the permits allow. */
  readonly use: number
}

const LIMIT = 20
const WARM_UP_MS = 2_000
/** What is demanded so late that it may not be decided in time does not count. */
const COOL_DOWN_MS = 2_000

const settings: GateSettings = { limit: LIMIT, maxWaitMs: 2_000, lifetimeS: 6, signing: 'backdated', horizonS: 60 }

interface Request {
  readonly caller: number
  readonly firstAt: number
  readonly holder: string
  readonly attempt: number
  /** It comes at its first appointment. */
  readonly due: boolean
}

/** Runs the load for its time, after two seconds that do not count. */
export function saturate(load: Load): Outcome {
  const { rates, tenant, usersWeight = 1, callMs, attempts, lost = 0 } = load
  const isUser = (caller: number) => tenant(caller) === 'users'
  const random = seeded(load.seed)
  const gate = new Gate(settings, new MemoryStore(), 0, random)
  const outcome = {
    demanded: rates.map(() => 0),
    served: rates.map(() => 0),
    waits: [],
    due: rates.map(() => 0),
    kept: rates.map(() => 0),
  }
  const { demanded, served, due, kept } = outcome
  const waits: number[] = outcome.waits
  const events = new EventQueue()
  const requests = new Map<string, Request>()
  const end = (load.seconds + 2) * 1_000
  const counts = (at: number) => at >= WARM_UP_MS && at < end - COOL_DOWN_MS
  let calls = 0
  let callTime = 0
  let wake: (() => void) | undefined
  let sequence = 0

  const take = (now: number, { decisions, wakeAt }: Step) => {
    for (const decision of decisions) decided(now, decision)
    if (wakeAt === undefined) return
    const tick = () => {
      if (wake === tick) take(wakeAt, gate.tick(wakeAt))
    }
    wake = tick
    events.add(wakeAt, tick)
  }
  const decided = (now: number, decision: Decision) => {
    const request = requests.get(decision.id)
    if (request === undefined) return
    requests.delete(decision.id)
    if (request.due && counts(now)) {
      due[request.caller] = (due[request.caller] ?? 0) + 1
      if (decision.kind === 'granted') kept[request.caller] = (kept[request.caller] ?? 0) + 1
    }
    if (decision.kind === 'granted') granted(now, request, decision)
    else if (decision.kind === 'refused' && request.attempt < attempts) {
      const { retryAfterS, promised } = decision
      const back = now + 1_000 * retryAfterS + Math.floor(100 * random())
      const first = promised && request.attempt === 1
      events.add(back, () => acquire(back, { ...request, attempt: request.attempt + 1, due: first }))
    }
  }
  const granted = (now: number, { caller }: Request, { id, timestamp, waitedMs }: Granted) => {
    const took = Math.round(callMs.least + random() * callMs.spread)
    const kind = random() < lost ? 'unknown' : 'succeeded'
    const at = now + (kind === 'unknown' ? 5_000 : took)
    const outcome = kind === 'succeeded' ? { kind: 'succeeded' as const, answer: '' } : { kind: 'unknown' as const }
    const date = kind === 'succeeded' ? Math.floor((at - took / 2) / 1_000) * 1_000 : undefined
    events.add(at, () => take(at, gate.complete(at, { id, timestamp, outcome, date })))
    if (!counts(now - waitedMs)) return
    served[caller] = (served[caller] ?? 0) + 1
    waits.push(waitedMs)
    calls++
    callTime += took
  }
  const acquire = (at: number, request: Request) => {
    const id = `${sequence++}`
    const { caller, holder } = request
    const [own, weight] = [tenant(caller), isUser(caller) ? usersWeight : 1]
    requests.set(id, request)
    take(at, gate.acquire(at, { id, caller: `${caller}`, tenant: own, weight, holder, maxWaitMs: 2_000 }))
  }
  rates.forEach((rate, caller) => {
    const [size, gap] = load.arrivals === 'bursts' ? [5, 5_000 / rate] : [1, 1_000 / rate]
    const pause = () => gap * (load.arrivals === 'regular' ? 0.5 + random() : -Math.log(1 - random()))
    const come = (at: number) => {
      if (at >= end) return
      events.add(at, () => {
        for (let n = 0; n < size; n++) {
          if (counts(at)) demanded[caller] = (demanded[caller] ?? 0) + 1
          acquire(at, {
            caller,
            firstAt: at,
            holder: isUser(caller) ? `${caller}` : `${sequence}`,
            attempt: 1,
            due: false,
          })
        }
        come(Math.floor(at + pause()))
      })
    }
    come(Math.floor(random() * gap))
  })
  events.runUntil(end)
  const most = (LIMIT * (load.seconds - 2)) / (1 + callTime / calls / 1_000)
  return { ...outcome, use: calls / most }
}

type Granted = Extract<Decision, { kind: 'granted' }>

/** Events in the order of their times, those of one time in the order in which they were added. */
class EventQueue {
  private readonly heap: { readonly at: number; readonly order: number; readonly run: () => void }[] = []
  private added = 0

  add(at: number, run: () => void): void {
    this.heap.push({ at, order: this.added++, run })
    for (let index = this.heap.length - 1; index > 0; ) {
      const parent = (index - 1) >> 1
      if (!this.swapIfBefore(index, parent)) return
      index = parent
    }
  }

  runUntil(end: number): void {
    for (let event = this.next(); event !== undefined && event.at < end; event = this.next()) event.run()
  }

  private next() {
    const [first] = this.heap
    const last = this.heap.pop()
    if (first === undefined || last === undefined || this.heap.length === 0) return first
    this.heap[0] = last
    for (let index = 0; ; ) {
      const left = 2 * index + 1
      const child = this.before(left + 1, left) ? left + 1 : left
      if (!this.swapIfBefore(child, index)) return first
      index = child
    }
  }

  private before(a: number, b: number): boolean {
    const [one, two] = [this.heap[a], this.heap[b]]
    if (one === undefined || two === undefined) return false
    return one.at < two.at || (one.at === two.at && one.order < two.order)
  }

  private swapIfBefore(a: number, b: number): boolean {
    const [one, two] = [this.heap[a], this.heap[b]]
    if (!this.before(a, b) || one === undefined || two === undefined) return false
    this.heap[a] = two
    this.heap[b] = one
    return true
  }
}

/** Mulberry32: small, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
