import { Gate, MemoryStore, type Step } from '@tc3-edge/gate'
import { type Summary, summary } from '@tc3-edge/test-support/statistics'
import { number, spread, table, verdict } from '../../report/markdown.ts'
import type { Effort } from '../measure/effort.ts'
import type { Section } from '../section.ts'
import { grants } from './grants.ts'

const WAITING = [10, 100, 1_000]
const CALLERS = 40
const WARM_UP_ROUNDS = 10

/** As many as one gate lets wait: 20 a second for 100 s. Calls take 30 ms. */
const SETTINGS = { limit: 20, lifetimeS: 6, maxWaitMs: 100_000, signing: 'backdated', horizonS: 60 } as const
const CALL_MS = 30

interface Result {
  readonly waiting: number
  /** Microseconds of one acquire. */
  readonly acquire: Summary
  /** Microseconds of everything that one call costs: its acquire, its grant, its report. */
  readonly whole: Summary
}

export async function gate(effort: Effort, scratch: string): Promise<Section> {
  const results = WAITING.map((waiting) => decisions(waiting, effort))
  const acquireUs = results.find(({ waiting }) => waiting === 1_000)?.acquire.median ?? Number.NaN
  const text = [
    'Microseconds of the gate alone, in Node, while requests of 40 callers wait: of one acquire that has to wait, and of the acquire,',
    'grant and report of one call together. Time is simulated, so nothing really waits.',
    '',
    table(
      ['waiting', 'an acquire', 'acquire, grant and report'],
      results.map(({ waiting, ...events }) => [
        waiting.toLocaleString('en'),
        ...[events.acquire, events.whole].map((event) => spread(event)),
      ]),
    ),
    '',
    verdict('An acquire with 1,000 waiting', `${number(acquireUs)} µs`, 'under 200 µs', acquireUs < 200),
    '',
    'At 500 acquires a second, about as many as isolates forward in a flood, 200 µs are a tenth of the object’s time.',
    '',
    'For each event the gate goes through the whole queue, so its time grows with the queue: settings that allow a queue of more than 2,000',
    'are invalid. With a quota of 20 a second and a queue timeout of 2 s, the queue is about 40 long.',
    '',
    ...(await grants(effort, scratch)),
  ]
  return { title: 'The gate', text: text.join('\n') }
}

function decisions(waiting: number, { rounds, runMs, quick }: Effort): Result {
  const events = quick ? 20 : Math.max(60, Math.min(2_000, Math.round((runMs * 3_000) / waiting)))
  const world = new World(waiting)
  for (let warm = 0; warm < (quick ? 1 : WARM_UP_ROUNDS); warm++) world.round(events)
  const each = Array.from({ length: rounds }, () => world.round(events))
  return {
    waiting,
    acquire: summary(each.map(({ acquire }) => acquire)),
    whole: summary(each.map(({ whole }) => whole)),
  }
}

/** A gate with a queue of a constant length. */
class World {
  private readonly gate = new Gate(SETTINGS, new MemoryStore(), 0)
  private readonly underWay: { readonly id: string; readonly caller: string; readonly endsAt: number }[] = []
  private now = 0
  private number = 0
  private readonly spent = { acquire: 0, other: 0 }
  private acquires = 0

  private readonly length: number
  private waiting = 0
  private granted = 0

  constructor(length: number) {
    this.length = length
    while (this.waiting < length) this.acquire()
  }

  /** Microseconds, on the mean of at least so many grants. */
  round(grants: number): { acquire: number; whole: number } {
    this.spent.acquire = this.spent.other = this.acquires = this.granted = 0
    while (this.granted < grants) {
      const call = this.underWay.shift()
      if (call === undefined) this.passTime()
      else this.report(call)
      // Some of them may be served at once.
      while (this.waiting < this.length) this.acquire()
    }
    const { acquire, other } = this.spent
    return { acquire: (1_000 * acquire) / this.acquires, whole: (1_000 * (acquire + other)) / this.granted }
  }

  private passTime(): void {
    this.now = this.wakeAt
    this.timed('other', () => this.gate.tick(this.now))
  }

  private wakeAt = 0

  private acquire(): void {
    const id = `${this.number++}`
    const caller = `caller-${this.number % CALLERS}`
    this.timed('acquire', () =>
      this.gate.acquire(this.now, { id, caller, tenant: caller, maxWaitMs: SETTINGS.maxWaitMs }),
    )
  }

  private report({ id, endsAt }: (typeof this.underWay)[number]): void {
    this.now = Math.max(this.now, endsAt)
    this.timed('other', () => this.gate.complete(this.now, { id, outcome: { kind: 'succeeded', answer: 'a token' } }))
  }

  private timed(kind: 'acquire' | 'other', event: () => Step): void {
    const startedAt = performance.now()
    const step = event()
    this.spent[kind] += performance.now() - startedAt
    if (kind === 'acquire') {
      this.acquires++
      this.waiting++
    }
    for (const decision of step.decisions) {
      this.waiting--
      if (decision.kind === 'granted') {
        this.granted++
        this.underWay.push({ id: decision.id, caller: 'caller-0', endsAt: this.now + CALL_MS })
      }
    }
    this.wakeAt = step.wakeAt ?? this.now + 1
  }
}
