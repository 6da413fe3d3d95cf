// The gate's rules once more, as plainly as they can be said: lists that are searched and sorted afresh for each question.
// Slow on purpose. It has no permits with slots, no chains and no counters to get wrong.
import type { Ask, GateSettings, Report } from '../src/index.ts'

const REST = 1_001
const HOUR = 3_600_000

interface Call {
  id: string
  grantedAt: number
  leaseEndsAt: number
  /** When its end was reported, or its lease ended; undefined while it is under way. */
  freeAt: number
  reported: boolean
}

interface Waiting {
  ask: Ask
  since: number
  deadline: number
}

interface Group<T> {
  name: string
  members: T[]
  /** Counts up: who came to its present size last has the highest. */
  sizedAt: number
  /** When it had its last turn, and who came first among those that had it at the same time. */
  lastTurn: number
  joined: number
}

export type Verdict =
  | { id: string; kind: 'granted'; waitedMs: number }
  | { id: string; kind: 'answered'; answer: string }
  | { id: string; kind: 'refused'; reason: string }

interface Key {
  request: string
  grant: string
  answer: string | undefined
  until: number
}

export class ReferenceGate {
  readonly settings: GateSettings
  calls: Call[] = []
  /** Parties, in each its callers, of each its waiters from the oldest. */
  parties: Group<Group<Waiting>>[] = []
  keys = new Map<string, Key>()
  hours = new Map<string, { since: number; used: number }>()
  /** When callers and parties had their last turns. */
  private turns = new Map<string, number>()
  private joins = 0
  private callMs = 100
  private withheld = { count: 0, since: 0 }
  private sizes = 0
  private verdicts: Verdict[] = []

  constructor(settings: GateSettings) {
    this.settings = settings
  }

  ask(now: number, ask: Ask): Verdict[] {
    const { id, caller, keyed } = ask
    if (this.waiters().some((waiter) => waiter.ask.id === id)) {
      this.serve(now)
      return this.take()
    }
    const holder = this.waiters().find((waiter) => keyed && waiter.ask.keyed?.key === keyed.key)?.ask.keyed
    const known = keyed && this.keys.get(keyed.key)
    const hour = this.hour(now, caller)
    if (this.calls.some((call) => call.id === id && !call.reported && call.leaseEndsAt > now)) {
      this.verdicts.push({ id, kind: 'granted', waitedMs: 0 })
    } else if (keyed && holder) this.refuse(id, holder.request === keyed.request ? 'in-progress' : 'other-request')
    else if (keyed && known && known.until > now && known.request !== keyed.request) this.refuse(id, 'other-request')
    else if (known && known.until > now && known.answer !== undefined) {
      this.verdicts.push({ id, kind: 'answered', answer: known.answer })
    } else if (known && known.until > now) this.refuse(id, 'in-progress')
    else if (ask.tokensPerHour !== undefined && hour.used + this.waitersOf(caller) >= ask.tokensPerHour) {
      this.refuse(id, 'allowance')
    } else {
      this.join(now, { ask, since: now, deadline: now + Math.min(ask.patienceMs, this.settings.maxWaitMs) })
      this.serve(now)
      for (
        let last = this.last();
        last && this.turnAt(now, this.waiters().length) > last.deadline;
        last = this.last()
      ) {
        this.turnAway(last)
      }
    }
    this.serve(now)
    return this.take()
  }

  cancel(now: number, id: string): Verdict[] {
    this.leave(id)
    this.serve(now)
    return this.take()
  }

  tick(now: number): Verdict[] {
    this.serve(now)
    const staying: Waiting[] = []
    for (const waiter of this.inOrder()) {
      if (waiter.deadline <= now || this.late(now, waiter, staying.length)) this.turnAway(waiter)
      else staying.push(waiter)
    }
    return this.take()
  }

  report(now: number, { id, outcome, keyed, caller, counted }: Report): { verdicts: Verdict[]; superseded: boolean } {
    const latest = this.calls.findLast((candidate) => candidate.id === id)
    const call = latest && !latest.reported && latest.freeAt > now ? latest : undefined
    const none = outcome.kind !== 'issued' && outcome.kind !== 'unknown'
    if (call) {
      if (outcome.kind === 'not-sent') call.freeAt = now
      else if (outcome.kind !== 'unknown') call.freeAt = Math.min(call.freeAt, now + REST)
      call.reported = true
      if (outcome.kind !== 'unknown' && outcome.kind !== 'not-sent')
        this.callMs += (now - call.grantedAt - this.callMs) / 10
      if (none && counted) {
        const hour = this.hour(now, caller)
        this.hours.set(caller, { ...hour, used: Math.max(0, hour.used - 1) })
      }
    }
    if (outcome.kind === 'throttled' && call) this.takeAway(now, call.grantedAt)
    const row = keyed && this.keys.get(keyed.key)
    const forgotten = row?.answer !== undefined && row.until <= now
    const ours = row?.grant === id && !forgotten ? row : undefined
    const holder = this.waiters().find((waiter) => keyed && waiter.ask.keyed?.key === keyed.key)
    const superseded =
      keyed !== undefined &&
      outcome.kind === 'issued' &&
      (ours === undefined || (holder !== undefined && holder.ask.keyed?.request !== ours.request))
    if (keyed && ours && outcome.kind === 'issued' && !superseded) {
      if (ours.answer === undefined) Object.assign(ours, { answer: outcome.answer, until: now + 600_000 })
      if (holder) {
        this.leave(holder.ask.id)
        this.verdicts.push({ id: holder.ask.id, kind: 'answered', answer: outcome.answer })
      }
    }
    if (keyed && ours && none && ours.answer === undefined) this.keys.delete(keyed.key)
    this.serve(now)
    return { verdicts: this.take(), superseded }
  }

  waiters(): Waiting[] {
    return this.parties.flatMap((party) => party.members.flatMap((queue) => queue.members))
  }

  /** How many permits are taken. */
  taken(now: number): number {
    return this.calls.filter(({ freeAt }) => freeAt > now).length
  }

  limit(now: number): number {
    const back = Math.floor((now - this.withheld.since) / 1_000)
    return this.settings.limit - Math.max(0, this.withheld.count - back)
  }

  private takeAway(now: number, grantedAt: number): void {
    const { count: before, since } = this.withheld
    if (before > 0 && (grantedAt < since || now - since < 1_000)) return
    const left = this.limit(now)
    const count = Math.min(this.settings.limit - 1, this.settings.limit - left + Math.ceil(left / 4))
    this.withheld = { count, since: now }
  }

  private serve(now: number): void {
    while (this.parties.length > 0 && this.taken(now) < this.limit(now)) {
      const [party] = byTurn(this.parties)
      const [queue] = byTurn(party?.members ?? [])
      const [waiter] = queue?.members ?? []
      if (!party || !queue || !waiter) return
      this.leave(waiter.ask.id)
      for (const taker of [queue, party]) {
        this.turns.set(`${taker === party ? 'party' : 'caller'} ${taker.name}`, now)
        taker.lastTurn = now
        taker.joined = ++this.joins
      }
      if (waiter.deadline < now) this.refuse(waiter.ask.id, 'full')
      else this.grant(now, waiter)
    }
  }

  /** Everybody in the order of their turns: what would happen if permits were free. */
  private inOrder(): Waiting[] {
    const parties = this.parties.map((party) => ({
      ...party,
      members: party.members.map((queue) => ({ ...queue, members: [...queue.members] })),
    }))
    const order: Waiting[] = []
    for (let turn = 1; parties.some((party) => total(party) > 0); turn++) {
      const [party] = byTurn(parties.filter((candidate) => total(candidate) > 0))
      const [queue] = byTurn(party?.members.filter(({ members }) => members.length > 0) ?? [])
      if (!party || !queue) return order
      order.push(...queue.members.splice(0, 1))
      party.lastTurn = queue.lastTurn = Number.MAX_VALUE
      party.joined = queue.joined = turn
    }
    return order
  }

  private late(now: number, waiter: Waiting, ahead: number): boolean {
    return ahead > 0 && this.turnAt(now, ahead) > waiter.deadline
  }

  private grant(now: number, { ask, since }: Waiting): void {
    const leaseEndsAt = now + this.settings.leaseMs
    this.calls = this.calls.filter(({ freeAt }) => freeAt > now)
    this.calls.push({ id: ask.id, grantedAt: now, leaseEndsAt, freeAt: leaseEndsAt + REST, reported: false })
    if (ask.keyed) {
      const { key, request } = ask.keyed
      this.keys.set(key, { request, grant: ask.id, answer: undefined, until: leaseEndsAt })
    }
    if (ask.tokensPerHour !== undefined) {
      const hour = this.hour(now, ask.caller)
      this.hours.set(ask.caller, { ...hour, used: hour.used + 1 })
    }
    this.verdicts.push({ id: ask.id, kind: 'granted', waitedMs: now - since })
  }

  /** When the turn with that number, from 1, can be expected. */
  private turnAt(now: number, turn: number): number {
    const cycle = this.callMs + REST
    const limit = this.limit(now)
    const frees = this.calls
      .filter(({ freeAt }) => freeAt > now)
      .map(({ reported, freeAt, grantedAt }) =>
        reported ? freeAt : Math.min(freeAt, Math.max(now, grantedAt + this.callMs) + REST),
      )
      .sort((a, b) => b - a)
      .slice(0, limit)
      .reverse()
    const openings = [...Array<number>(limit - frees.length).fill(now), ...frees]
    const place = (turn - 1) % limit
    return Math.max(now, openings[place] ?? now) + Math.floor((turn - 1) / limit) * cycle
  }

  private last(): Waiting | undefined {
    const party = longest(this.parties, total)
    return longest(party?.members ?? [], ({ members }) => members.length)?.members.at(-1)
  }

  private turnAway(waiter: Waiting): void {
    this.leave(waiter.ask.id)
    this.refuse(waiter.ask.id, 'full')
  }

  private refuse(id: string, reason: string): void {
    this.verdicts.push({ id, kind: 'refused', reason })
  }

  private join(now: number, waiter: Waiting): void {
    const { party: partyName, caller } = waiter.ask
    const party = this.parties.find(({ name }) => name === partyName) ?? this.group(now, 'party', partyName)
    const queue = party.members.find(({ name }) => name === caller) ?? this.group(now, 'caller', caller)
    queue.members.push(waiter)
    if (!party.members.includes(queue)) party.members.push(queue)
    if (!this.parties.includes(party)) this.parties.push(party)
    queue.sizedAt = ++this.sizes
    party.sizedAt = ++this.sizes
  }

  private group(now: number, kind: string, name: string): Group<never> {
    const turn = this.turns.get(`${kind} ${name}`)
    const lastTurn = turn !== undefined && now - turn < 60_000 ? turn : Number.NEGATIVE_INFINITY
    return { name, members: [], sizedAt: 0, lastTurn, joined: ++this.joins }
  }

  private leave(id: string): void {
    for (const party of this.parties) {
      for (const queue of party.members) {
        if (!queue.members.some(({ ask }) => ask.id === id)) continue
        queue.members = queue.members.filter(({ ask }) => ask.id !== id)
        queue.sizedAt = ++this.sizes
        party.sizedAt = ++this.sizes
      }
      party.members = party.members.filter(({ members }) => members.length > 0)
    }
    this.parties = this.parties.filter(({ members }) => members.length > 0)
  }

  private waitersOf(caller: string): number {
    return this.waiters().filter(({ ask }) => ask.caller === caller).length
  }

  private hour(now: number, caller: string): { since: number; used: number } {
    const hour = this.hours.get(caller)
    return hour && hour.since + HOUR > now ? hour : { since: now, used: 0 }
  }

  private take(): Verdict[] {
    return this.verdicts.splice(0)
  }
}

function total(party: Group<Group<Waiting>>): number {
  return party.members.reduce((sum, { members }) => sum + members.length, 0)
}

/** The longest group; of several, whoever had its turn last, and of those whoever came to its size last. */
function longest<T>(groups: Group<T>[], size: (group: Group<T>) => number): Group<T> | undefined {
  const most = Math.max(...groups.map(size))
  const long = groups.filter((group) => size(group) === most)
  const last = Math.max(...long.map(({ lastTurn }) => lastTurn))
  return long.filter(({ lastTurn }) => lastTurn === last).sort((a, b) => b.sizedAt - a.sizedAt)[0]
}

/** Whoever had its turn longest ago comes first. */
function byTurn<T>(groups: Group<T>[]): Group<T>[] {
  return groups.toSorted((a, b) => (a.lastTurn === b.lastTurn ? a.joined - b.joined : a.lastTurn < b.lastTurn ? -1 : 1))
}
