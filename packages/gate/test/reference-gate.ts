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
  /** Parties in the order of their turns, in each its callers in theirs, of each its waiters from the oldest. */
  parties: Group<Group<Waiting>>[] = []
  keys = new Map<string, Key>()
  hours = new Map<string, { since: number; used: number }>()
  turnedAwayAt = new Map<string, number>()
  /** When the caller that waits was turned away last, as of the moment that it came to wait. */
  private grudge = new Map<string, number>()
  private callMs = 100
  private withheld = { count: 0, since: 0 }
  private sizes = 0
  private verdicts: Verdict[] = []

  constructor(settings: GateSettings) {
    this.settings = settings
  }

  ask(now: number, ask: Ask): Verdict[] {
    const { id, caller, keyed } = ask
    const holder = this.waiters().find((waiter) => keyed && waiter.ask.keyed?.key === keyed.key)?.ask.keyed
    const known = keyed && this.keys.get(keyed.key)
    const hour = this.hour(now, caller)
    if (keyed && holder) this.refuse(id, holder.request === keyed.request ? 'in-progress' : 'other-request')
    else if (keyed && known && known.until > now && known.request !== keyed.request) this.refuse(id, 'other-request')
    else if (known && known.until > now && known.answer !== undefined) {
      this.verdicts.push({ id, kind: 'answered', answer: known.answer })
    } else if (known && known.until > now) this.refuse(id, 'in-progress')
    else if (ask.tokensPerHour !== undefined && hour.used + this.waitersOf(caller) >= ask.tokensPerHour) {
      this.refuse(id, 'allowance')
    } else {
      this.join({ ask, since: now, deadline: now + Math.min(ask.patienceMs, this.settings.maxWaitMs) })
      this.serve(now)
      for (
        let last = this.last();
        last && this.turnAt(now, this.waiters().length) > last.deadline;
        last = this.last()
      ) {
        this.turnAway(now, last)
      }
    }
    return this.take()
  }

  cancel(id: string): void {
    this.leave(id)
  }

  tick(now: number): Verdict[] {
    this.serve(now)
    for (const waiter of this.waiters().sort((a, b) => this.arrival(a) - this.arrival(b))) {
      const early = this.turnOf(waiter) - 1
      const late = early >= 1 && this.turnAt(now, early) > waiter.deadline
      if (waiter.deadline <= now || late) this.turnAway(now, waiter)
    }
    return this.take()
  }

  report(now: number, { id, outcome, keyed, caller, counted }: Report): { verdicts: Verdict[]; superseded: boolean } {
    const call = this.calls.find((candidate) => candidate.id === id && !candidate.reported && candidate.freeAt > now)
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
    if (outcome.kind === 'throttled') this.takeAway(now)
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

  private takeAway(now: number): void {
    if (this.withheld.count > 0 && now - this.withheld.since < 1_000) return
    const left = this.limit(now)
    const count = Math.min(this.settings.limit - 1, this.settings.limit - left + Math.ceil(left / 4))
    this.withheld = { count, since: now }
  }

  private serve(now: number): void {
    while (this.parties.length > 0 && this.taken(now) < this.limit(now)) {
      const party = this.parties[0]
      const queue = party?.members[0]
      const waiter = queue?.members[0]
      if (!party || !queue || !waiter) return
      this.leave(waiter.ask.id)
      if (party.members.includes(queue)) party.members = [...party.members.filter((other) => other !== queue), queue]
      if (this.parties.includes(party)) this.parties = [...this.parties.filter((other) => other !== party), party]
      if (waiter.deadline < now) this.turnedAway(now, waiter)
      else this.grant(now, waiter)
    }
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
      .map((call) => (call.reported ? call.freeAt : Math.min(call.freeAt, call.grantedAt + cycle)))
      .sort((a, b) => b - a)
      .slice(0, limit)
      .reverse()
    const openings = [...Array<number>(limit - frees.length).fill(now), ...frees]
    const place = (turn - 1) % limit
    return Math.max(now, openings[place] ?? now) + Math.floor((turn - 1) / limit) * cycle
  }

  /** Round by round, everybody in front and everybody in the same round goes first. */
  private turnOf(waiter: Waiting): number {
    const party = this.parties.find(({ name }) => name === waiter.ask.party)
    const queue = party?.members.find(({ name }) => name === waiter.ask.caller)
    if (!party || !queue) return Number.POSITIVE_INFINITY
    const depth = queue.members.indexOf(waiter) + 1
    const inParty = party.members.reduce((sum, { members }) => sum + Math.min(members.length, depth), 0)
    return this.parties.reduce((sum, other) => sum + Math.min(total(other), inParty), 0)
  }

  private last(): Waiting | undefined {
    const candidates = longest(this.parties, total).flatMap((party) =>
      longest(party.members, ({ members }) => members.length),
    )
    const grudge = ({ name }: Group<Waiting>) => this.grudge.get(name) ?? Number.NEGATIVE_INFINITY
    const least = Math.min(...candidates.map(grudge))
    return candidates.find((queue) => grudge(queue) === least)?.members.at(-1)
  }

  private turnAway(now: number, waiter: Waiting): void {
    this.leave(waiter.ask.id)
    this.turnedAway(now, waiter)
  }

  private turnedAway(now: number, { ask }: Waiting): void {
    this.turnedAwayAt.set(ask.caller, now)
    this.refuse(ask.id, 'full')
  }

  private refuse(id: string, reason: string): void {
    this.verdicts.push({ id, kind: 'refused', reason })
  }

  private join(waiter: Waiting): void {
    const { party: partyName, caller } = waiter.ask
    const party = this.parties.find(({ name }) => name === partyName) ?? { name: partyName, members: [], sizedAt: 0 }
    const queue = party.members.find(({ name }) => name === caller) ?? { name: caller, members: [], sizedAt: 0 }
    if (queue.members.length === 0) this.grudge.set(caller, this.turnedAwayAt.get(caller) ?? Number.NEGATIVE_INFINITY)
    queue.members.push(waiter)
    if (!party.members.includes(queue)) party.members.push(queue)
    if (!this.parties.includes(party)) this.parties.push(party)
    queue.sizedAt = ++this.sizes
    party.sizedAt = ++this.sizes
    this.order.push(waiter)
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

  private order: Waiting[] = []
  private arrival(waiter: Waiting): number {
    return this.order.indexOf(waiter)
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

/** Up to eight of the longest groups, those that came to their size last first. */
function longest<T>(groups: Group<T>[], size: (group: Group<T>) => number): Group<T>[] {
  const most = Math.max(0, ...groups.map(size))
  return groups
    .filter((group) => size(group) === most)
    .sort((a, b) => b.sizedAt - a.sizedAt)
    .slice(0, 8)
}
