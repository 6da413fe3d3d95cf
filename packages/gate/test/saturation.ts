// Open-loop load on a gate: callers ask at their rates whatever the answers are, and go away when they are refused.
import { type Decision, Gate } from '../src/index.ts'

export interface Load {
  /** How many times a second each caller asks. */
  readonly rates: readonly number[]
  /** With whom each takes turns. */
  readonly party: (caller: number) => string
  /** How long a call takes, in milliseconds: at least, and how much longer by chance. */
  readonly callMs: { readonly least: number; readonly spread: number }
  readonly seconds: number
  readonly seed: number
}

export interface Outcome {
  /** Of each caller: how often it asked, and how often it was served. */
  readonly asked: number[]
  readonly served: number[]
  readonly waits: number[]
  /** Calls made, over the most that the permits allow. */
  readonly use: number
}

interface Event {
  readonly at: number
  readonly run: () => void
}

const LIMIT = 20

/** Runs the load for its time, after two seconds that do not count. */
export function saturate({ rates, party, callMs, seconds, seed }: Load): Outcome {
  const random = seeded(seed)
  const gate = new Gate({ limit: LIMIT, leaseMs: 5_000, maxWaitMs: 2_000 }, 0, [], random)
  const asked = rates.map(() => 0)
  const served = rates.map(() => 0)
  const waits: number[] = []
  const events = new Agenda()
  const callers = new Map<string, number>()
  const end = (seconds + 2) * 1_000
  let calls = 0
  let callTime = 0
  let wake: Event | undefined
  let sequence = 0

  const take = (now: number, { decisions, wakeAt }: { decisions: readonly Decision[]; wakeAt: number | undefined }) => {
    for (const decision of decisions) if (decision.kind === 'granted') granted(now, decision)
    wake = undefined
    if (wakeAt === undefined) return
    const tick: Event = { at: wakeAt, run: () => wake === tick && take(tick.at, gate.tick(tick.at)) }
    wake = tick
    events.add(tick)
  }
  const granted = (now: number, { id, waitedMs }: Extract<Decision, { kind: 'granted' }>) => {
    const caller = callers.get(id) ?? 0
    const took = Math.round(callMs.least + random() * callMs.spread)
    events.add({
      at: now + took,
      run: () => {
        const report = { id, caller: `${caller}`, counted: false, outcome: { kind: 'issued' as const, answer: '' } }
        take(now + took, gate.report(now + took, report))
      },
    })
    if (now - waitedMs < 2_000 || now - waitedMs >= end - 2_000) return
    served[caller] = (served[caller] ?? 0) + 1
    waits.push(waitedMs)
    calls++
    callTime += took
  }
  rates.forEach((rate, caller) => {
    const ask = (at: number) => {
      if (at >= end) return
      events.add({
        at,
        run: () => {
          const id = `${sequence++}`
          callers.set(id, caller)
          // What comes too late to be decided within the time does not count.
          if (at >= 2_000 && at < end - 2_000) asked[caller] = (asked[caller] ?? 0) + 1
          take(at, gate.ask(at, { id, caller: `${caller}`, party: party(caller), patienceMs: 2_000 }))
          // As regular as a clock with some jitter: what a caller asks is then what it wants.
          ask(Math.floor(at + (1_000 / rate) * (0.5 + random())))
        },
      })
    }
    ask(Math.floor((random() * 1_000) / rate))
  })

  for (let event = events.next(); event !== undefined && event.at < end; event = events.next()) event.run()
  const most = (LIMIT * (seconds - 2)) / (1 + callTime / calls / 1_000)
  return { asked, served, waits, use: calls / most }
}

/** Events in the order of their times, those of one time in the order in which they were added. */
class Agenda {
  private readonly heap: (Event & { readonly order: number })[] = []
  private added = 0

  add(event: Event): void {
    this.heap.push({ ...event, run: event.run, order: this.added++ })
    for (let at = this.heap.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1
      if (!this.swapIfBefore(at, parent)) return
      at = parent
    }
  }

  next(): Event | undefined {
    const [first] = this.heap
    const last = this.heap.pop()
    if (first === undefined || last === undefined || this.heap.length === 0) return first
    this.heap[0] = last
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const child = this.before(left + 1, left) ? left + 1 : left
      if (!this.swapIfBefore(child, at)) return first
      at = child
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
