// The gate's rules once more, as plainly as they can be said: lists that are searched afresh for each question. Slow on purpose.
// It has no slots, no counters and no caches to get wrong.
import type { AcquireRequest, Completion, Decision, GateSettings, Quota } from '../src/index.ts'

const COOLDOWN = 1_001
const HOUR = 3_600_000

interface Call {
  id: string
  caller: string
  timestamp: number
  expires: number
  grantedAt: number
  state: 'under way' | 'ended' | 'unknown' | 'not made'
  endedAt: number
}

interface Waiting {
  request: AcquireRequest
  due: boolean
  since: number
  deadline: number
}

interface Shares {
  virtualTime: number
  tags: Map<string, { tag: number; at: number }>
}

interface Key {
  fingerprint: string
  grant: string
  expires: number
  answer?: string
  forgetAt?: number
}

export class ReferenceGate {
  private readonly settings: GateSettings
  private calls: Call[] = []
  private waiting: Waiting[] = []
  private readonly keys = new Map<string, Key>()
  /** When tokens were counted, by quota. */
  private readonly tokens = new Map<string, number[]>()
  private readonly tenantShares: Shares = { virtualTime: 0, tags: new Map() }
  private readonly callerShares = new Map<string, Shares>()
  private bookings: { holder: string; tenant: string; weight: number; second: number }[] = []
  private grants: { tenant: string; at: number }[] = []
  private bounds = [{ generation: 0, low: -2_000, high: 2_000 }]
  private generation = { number: 0, since: Number.NEGATIVE_INFINITY }
  private callMs = 500
  private measured = 10
  private withheld = { count: 0, since: 0 }
  private unknownInARow = 0
  private expiredInARow = 0
  private presentUntil = 0
  private decisions: Decision[] = []

  constructor(settings: GateSettings) {
    this.settings = settings
  }

  acquire(now: number, request: AcquireRequest): { decisions: Decision[] } {
    const { id, idempotent } = request
    if (this.waiting.some((waiter) => waiter.request.id === id)) return this.finish(now)
    const before = this.calls.find(
      (call) => call.id === id && call.state === 'under way' && this.lastsUntil(call) > now,
    )
    if (before) this.grantOf(now, before, 0)
    else if (!(idempotent && this.known(now, id, idempotent)) && !this.overQuota(now, request)) {
      const due = this.claim(now, request.holder ?? id)
      const deadline = now + Math.min(request.maxWaitMs, this.settings.maxWaitMs)
      this.waiting.push({ request, due, since: now, deadline })
      this.noteWhoWaits()
      this.serve(now)
      while (this.waiting.length > this.room(now)) this.refuseFull(now, this.worst(now))
    }
    return this.finish(now)
  }

  cancel(now: number, id: string): { decisions: Decision[] } {
    this.remove(id)
    return this.finish(now)
  }

  tick(now: number): { decisions: Decision[] } {
    return this.finish(now)
  }

  complete(now: number, completion: Completion): { decisions: Decision[]; fenced: boolean } {
    const { id, timestamp, outcome, idempotent, date } = completion
    const call = this.calls.find((c) => {
      if (c.id !== id || c.state !== 'under way') return false
      return timestamp === undefined ? this.lastsUntil(c) > now : timestamp === c.timestamp && this.freeAt(c) > now
    })
    const ended = outcome.kind !== 'succeeded' && outcome.kind !== 'unknown'
    const none = ended && outcome.kind !== 'failed'
    if (call) {
      call.state = outcome.kind === 'not-sent' ? 'not made' : outcome.kind === 'unknown' ? 'unknown' : 'ended'
      call.endedAt = now
      if (call.state === 'ended') {
        this.measured = Math.min(50, this.measured + 1)
        this.callMs += (now - call.grantedAt - this.callMs) / this.measured
      }
      if (none) for (const quota of completion.quotas ?? []) this.counted(now, quota).shift()
      if (outcome.kind === 'unknown') this.unknownInARow++
      else if (outcome.kind !== 'not-sent') this.learn(now, call, outcome.kind, date)
    }
    const key = idempotent && this.keys.get(idempotent.key)
    const own = key?.grant === id
    if (idempotent && key && own && ended && key.answer === undefined) this.keys.delete(idempotent.key)
    if (idempotent && key && own && outcome.kind === 'succeeded' && key.answer === undefined) {
      Object.assign(key, { answer: outcome.answer, forgetAt: now + 600_000 })
      for (const { request } of this.waiting.filter(({ request }) => request.idempotent?.key === idempotent.key)) {
        this.remove(request.id)
        if (request.idempotent?.fingerprint !== key.fingerprint) this.refuse(request.id, 'other-request', 1)
        else this.decisions.push({ kind: 'replayed', id: request.id, answer: outcome.answer })
      }
    }
    const fenced = idempotent !== undefined && outcome.kind === 'succeeded' && !own
    return { ...this.finish(now), fenced }
  }

  private learn(now: number, call: Call, kind: string, date: number | undefined): void {
    this.unknownInARow = 0
    if (kind === 'throttled') this.takeAway(now, call.grantedAt)
    if (date !== undefined) this.observe(call.grantedAt, now, date)
    if (kind !== 'expired') this.expiredInARow = 0
    else {
      const [low, high] = this.offset()
      const fresh = now + high < (call.timestamp + 300) * 1_000 && call.grantedAt + low > (call.timestamp - 300) * 1_000
      if (fresh && now >= this.presentUntil && ++this.expiredInARow >= 2) this.presentUntil = now + HOUR
    }
  }

  private observe(from: number, to: number, date: number): void {
    const [low, high] = this.offset()
    const seen = { low: date - to - 250, high: date + 1_000 - from + 250 }
    if (seen.low > high || seen.high < low) {
      this.generation = { number: this.generation.number + 1, since: to }
      this.bounds = []
    } else if (to - this.generation.since > 300_000) {
      this.generation = { number: this.generation.number + 1, since: to }
    }
    this.bounds.push({ generation: this.generation.number, ...seen })
  }

  private offset(): [low: number, high: number] {
    const current = this.bounds.filter(({ generation }) => generation >= this.generation.number - 1)
    return [Math.max(...current.map(({ low }) => low)), Math.min(...current.map(({ high }) => high))]
  }

  private lastsUntil({ expires }: Pick<Call, 'expires'>): number {
    return expires * 1_000 - this.offset()[0]
  }

  private freeAt(call: Call): number {
    if (call.state === 'not made') return 0
    return (call.state === 'ended' ? Math.min(call.endedAt, this.lastsUntil(call)) : this.lastsUntil(call)) + COOLDOWN
  }

  private limit(now: number): number {
    return this.settings.limit - this.gone(now)
  }

  private mayGrant(now: number): boolean {
    const outage = this.unknownInARow >= Math.max(3, this.settings.limit / 4)
    const underWay = this.calls.some((call) => call.state === 'under way' && this.lastsUntil(call) > now)
    return this.calls.filter((call) => this.freeAt(call) > now).length < this.limit(now) && !(outage && underWay)
  }

  /** When a call under way or a permit that rests is expected to be free. */
  private expectedFreeAt(now: number, call: Call): number {
    const usual = call.state === 'under way' && now < call.grantedAt + 10 * this.callMs
    const end = usual ? Math.max(now, call.grantedAt + this.callMs) + COOLDOWN : Number.POSITIVE_INFINITY
    return Math.min(this.freeAt(call), end)
  }

  private gone(now: number): number {
    return Math.max(0, this.withheld.count - Math.floor((now - this.withheld.since) / 1_000))
  }

  private takeAway(now: number, grantedAt: number): void {
    const { count, since } = this.withheld
    if (count > 0 && (grantedAt < since || now - since < 1_000)) return
    const left = this.settings.limit - this.gone(now)
    this.withheld = { count: Math.min(this.settings.limit - 1, this.gone(now) + Math.ceil(left / 4)), since: now }
  }

  /** Whether the key decides the request. */
  private known(now: number, id: string, { key, fingerprint }: { key: string; fingerprint: string }): boolean {
    const other = this.waiting.find(({ request }) => request.idempotent?.key === key)?.request.idempotent
    const found = this.keys.get(key)
    const live = found && now < (found.forgetAt ?? this.lastsUntil(found)) ? found : undefined
    const first = other ?? live
    if (first === undefined) return false
    if (first.fingerprint !== fingerprint) this.refuse(id, 'other-request', 1)
    else if (other) this.refuse(id, 'in-progress', 1)
    else if (live?.answer !== undefined) this.decisions.push({ kind: 'replayed', id, answer: live.answer })
    else if (live) {
      const call = this.calls.find((c) => c.id === live.grant && c.state === 'under way' && this.lastsUntil(c) > now)
      const usual = (call?.grantedAt ?? 0) + 2 * this.callMs
      const until = Math.min(now < usual ? usual : Number.POSITIVE_INFINITY, this.lastsUntil(live))
      this.refuse(id, 'in-progress', Math.ceil((until - now) / 1_000))
    }
    return true
  }

  /** The times from which tokens count that count now: exact up to 100, of larger quotas the end of a twelfth. */
  private counted(now: number, { name, windowMs }: Quota): number[] {
    const times = (this.tokens.get(name) ?? []).filter((at) => at + windowMs > now)
    this.tokens.set(name, times)
    return times
  }

  private overQuota(now: number, { id, quotas = [] }: AcquireRequest): boolean {
    const over = quotas.find((quota) => {
      const ahead = this.waiting.filter(({ request }) => request.quotas?.some(({ name }) => name === quota.name))
      return this.counted(now, quota).length + ahead.length >= quota.limit
    })
    if (over === undefined) return false
    const times = this.counted(now, over)
    const wait = times.length < over.limit ? 1 : Math.ceil(((times[0] ?? 0) + over.windowMs - now) / 1_000)
    this.refuse(id, over.scope === 'account' ? 'budget' : 'quota', wait)
    return true
  }

  private serve(now: number): void {
    while (this.waiting.length > 0 && this.mayGrant(now)) {
      const waiter = this.best(now)
      if (waiter.deadline < now) this.refuseFull(now, waiter)
      else this.grant(now, waiter)
    }
  }

  private grant(now: number, waiter: Waiting): void {
    const { request, due, since } = waiter
    const { id, tenant, weight = 1, caller, idempotent } = request
    const latest = Math.floor((now + this.offset()[1]) / 1_000)
    const expires = latest + this.settings.lifetimeS + 1
    const timestamp = now < this.presentUntil ? latest : expires - 301
    this.calls = this.calls.filter((call) => this.freeAt(call) > now)
    const call: Call = { id, caller, timestamp, expires, grantedAt: now, state: 'under way', endedAt: 0 }
    this.calls.push(call)
    if (idempotent) this.keys.set(idempotent.key, { fingerprint: idempotent.fingerprint, grant: id, expires })
    for (const quota of request.quotas ?? []) {
      const slice = quota.limit <= 100 ? 1 : quota.windowMs / 12
      this.counted(now, quota).push(Math.ceil(now / slice) * slice)
    }
    charge(this.tenantShares, now, tenant, weight, due)
    charge(this.sharesOf(tenant), now, caller, 1, due)
    this.grants.push({ tenant, at: now })
    this.bookings = this.bookings.filter(({ holder }) => holder !== (request.holder ?? id))
    this.remove(id)
    this.grantOf(now, call, now - since)
  }

  private grantOf(now: number, call: Call, waitedMs: number): void {
    const { id, timestamp } = call
    const expiresInMs = this.lastsUntil(call) - now
    const signing = now < this.presentUntil ? 'present' : 'backdated'
    this.decisions.push({ kind: 'granted', id, timestamp, signing, expiresInMs, waitedMs })
  }

  /** The least tag of a tenant, then of a caller in it, whose due requests count as one service less. */
  private best(now: number): Waiting {
    const tenantTag = (w: Waiting) => tagOf(this.tenantShares, now, w.request.tenant, w.request.weight)
    const anyDue = (w: Waiting) => this.waiting.some((o) => o.due && o.request.tenant === w.request.tenant)
    const byTenant = (w: Waiting) => [tenantTag(w), anyDue(w) ? 0 : 1, this.tenantCame(w)]
    const tenant = lowest(this.waiting, byTenant).request.tenant
    const own = this.waiting.filter((w) => w.request.tenant === tenant)
    const head = (w: Waiting) => {
      const same = own.filter((o) => o.request.caller === w.request.caller)
      return same.find(({ due }) => due) ?? same[0] ?? w
    }
    const heads = own.filter((w) => head(w) === w)
    const shares = this.sharesOf(tenant)
    return lowest(heads, (w) => [
      tagOf(shares, now, w.request.caller) - (w.due ? 1 : 0),
      w.due ? 0 : 1,
      w.since,
      this.came.caller.get(`${tenant} ${w.request.caller}`) ?? 0,
    ])
  }

  /** The newest request of the caller furthest over its share, in the tenant furthest over its share. */
  private worst(now: number): Waiting {
    const of = (tenant: string) => this.waiting.filter((w) => w.request.tenant === tenant)
    const over = (w: Waiting) => {
      const { tenant, weight = 1 } = w.request
      return tagOf(this.tenantShares, now, tenant, weight) + of(tenant).filter(({ due }) => !due).length / weight
    }
    const tenant = lowest(this.waiting, (w) => [-over(w), -this.tenantCame(w)]).request.tenant
    const own = of(tenant)
    const queueOf = (w: Waiting) => {
      const same = own.filter((o) => o.request.caller === w.request.caller)
      return [...same.filter(({ due }) => due), ...same.filter(({ due }) => !due)]
    }
    const tails = own.filter((w) => queueOf(w).at(-1) === w)
    return lowest(tails, (w) => [
      w.due ? 1 : 0,
      -tagOf(this.sharesOf(tenant), now, w.request.caller) - queueOf(w).length,
      -(this.came.caller.get(`${tenant} ${w.request.caller}`) ?? 0),
    ])
  }

  /** When tenants and callers that wait began to. */
  private came = { tenant: new Map<string, number>(), caller: new Map<string, number>(), number: 0 }
  private tenantCame({ request: { tenant } }: Waiting): number {
    return this.came.tenant.get(tenant) ?? 0
  }

  private room(now: number): number {
    const cycle = this.callMs + COOLDOWN
    const until = now + this.settings.maxWaitMs
    const frees = this.calls
      .map((call) => this.expectedFreeAt(now, call))
      .filter((at) => at > now)
      .sort((a, b) => b - a)
      .slice(0, this.limit(now))
    while (frees.length < this.limit(now)) frees.push(now)
    return frees.filter((at) => at <= until).reduce((sum, at) => sum + 1 + Math.floor((until - at) / cycle), 0)
  }

  private claim(now: number, holder: string): boolean {
    const second = Math.floor(now / 1_000)
    this.bookings = this.bookings.filter((booking) => booking.second >= second - 5)
    const booking = this.bookings.find((candidate) => candidate.holder === holder)
    if (booking === undefined || booking.second > second) return false
    this.bookings = this.bookings.filter((other) => other !== booking)
    return true
  }

  private refuseFull(now: number, { request }: Waiting): void {
    const { id, tenant, weight = 1, holder = id } = request
    this.remove(id)
    const second = Math.floor(now / 1_000)
    const before = this.bookings.find((booking) => booking.holder === holder && booking.second > second)
    if (before) {
      this.refuse(id, 'full', before.second - second, true)
      return
    }
    this.bookings = this.bookings.filter((booking) => booking.holder !== holder)
    const cycle = this.callMs + COOLDOWN
    const rateOf = (which: (name: string) => boolean) =>
      this.grants.reduce((sum, grant) => sum + (which(grant.tenant) ? 0.1 * Math.exp((grant.at - now) / 10_000) : 0), 0)
    const others = rateOf((name) => name !== tenant)
    const weights = new Map([...this.bookings.map((each) => [each.tenant, each.weight] as const), [tenant, weight]])
    const sum = [...weights.values()].reduce((total, each) => total + each, 0)
    const toNewcomers = rateOf((name) => !weights.has(name))
    for (let s = second + 1; s <= second + this.settings.horizonS; s++) {
      const rest = this.calls.filter((call) => this.expectedFreeAt(now, call) > s * 1_000 + cycle)
      const capacity = (1_000 * Math.min(this.limit(s * 1_000), this.settings.limit - rest.length)) / cycle
      if (capacity <= 0) continue
      const part = 0.9 - (0.3 * (s - second)) / this.settings.horizonS
      const room = Math.max(1, Math.floor(part * capacity))
      const share = Math.min(room, ((part / 0.9) * (capacity - toNewcomers) * weight) / sum)
      const most = Math.max(1, share, part * (capacity - others))
      const there = this.bookings.filter((booking) => booking.second === s)
      const own = there.filter((booking) => booking.tenant === tenant).length + 1
      if (own > most || (there.length >= room && own > share)) continue
      this.bookings.push({ holder, tenant, weight, second: s })
      this.refuse(id, 'full', s - second, true)
      return
    }
    this.refuse(id, 'full', Math.ceil(this.settings.horizonS * 1.25))
  }

  private refuse(
    id: string,
    reason: 'full' | 'quota' | 'budget' | 'in-progress' | 'other-request',
    wait: number,
    promised = false,
  ) {
    this.decisions.push({ kind: 'refused', id, reason, retryAfterS: Math.max(1, wait), promised })
  }

  private remove(id: string): void {
    this.waiting = this.waiting.filter(({ request }) => request.id !== id)
    this.noteWhoWaits()
  }

  private noteWhoWaits(): void {
    const note = (came: Map<string, number>, names: string[]) => {
      for (const name of came.keys()) if (!names.includes(name)) came.delete(name)
      for (const name of names) if (!came.has(name)) came.set(name, ++this.came.number)
    }
    note(
      this.came.tenant,
      this.waiting.map(({ request }) => request.tenant),
    )
    note(
      this.came.caller,
      this.waiting.map(({ request }) => `${request.tenant} ${request.caller}`),
    )
  }

  private sharesOf(tenant: string): Shares {
    const shares = this.callerShares.get(tenant) ?? { virtualTime: 0, tags: new Map() }
    this.callerShares.set(tenant, shares)
    return shares
  }

  private finish(now: number): { decisions: Decision[] } {
    this.serve(now)
    for (const waiter of this.waiting.filter(({ deadline }) => deadline <= now)) this.refuseFull(now, waiter)
    return { decisions: this.decisions.splice(0) }
  }
}

function tagOf({ virtualTime, tags }: Shares, now: number, name: string, weight = 1): number {
  const known = tags.get(name)
  return Math.max(known && now - known.at < 300_000 ? known.tag : Number.NEGATIVE_INFINITY, virtualTime - 10 / weight)
}

function charge(shares: Shares, now: number, name: string, weight: number, due: boolean): void {
  const tag = tagOf(shares, now, name, weight)
  if (!due) shares.virtualTime = Math.max(shares.virtualTime, tag)
  shares.tags.set(name, { tag: tag + 1 / weight, at: now })
}

/** The item whose key is least. */
function lowest<T>(items: readonly T[], key: (item: T) => number[]): T {
  const sorted = items.map((item) => ({ item, key: key(item) }))
  sorted.sort((one, two) => {
    const index = one.key.findIndex((part, n) => part !== two.key[n])
    return index < 0 ? 0 : (one.key[index] ?? 0) - (two.key[index] ?? 0)
  })
  const [first] = sorted
  if (first === undefined) throw new Error('nobody waits')
  return first.item
}
