import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type * as GateModule from '../src/index.ts'
import { checkGate } from './check-gate.ts'
import { checkRules } from './rules.ts'

/** One line of the gate, changed so that one promise is broken: the model or the rules must notice each. */
const mutants: readonly [promise: string, file: string, from: string, to: string][] = [
  ['the cooldown covers the fraction that the clock hides', 'permits.ts', 'COOLDOWN_MS = 1_001', 'COOLDOWN_MS = 1_000'],
  [
    'no grant without a free permit',
    'gate.ts',
    'this.nextGrantAt(now) <= now) {',
    'this.nextGrantAt(now) <= now + 1) {',
  ],
  ['a lower limit counts what is taken', 'permits.ts', '[taken.length - limit] ?? now', '[taken.length - 20] ?? now'],
  [
    'an unknown end keeps the permit until its signature has expired',
    'permits.ts',
    "state === 'ended' ? Math.min",
    "state !== 'open' ? Math.min",
  ],
  ['an end frees the permit', 'permits.ts', 'Math.min(endedAt, expiredAt)', 'expiredAt'],
  ['a call that was never made frees its permit at once', 'permits.ts', "if (state === 'unused')", 'if (false)'],
  ['permits outlive a restart', 'permits.ts', 'stored.map((row) =>', '[].map((row: PermitRow) =>'],
  [
    'a call is completed once',
    'permits.ts',
    "candidate.grant !== grant || candidate.state !== 'open'",
    'candidate.grant !== grant',
  ],
  ['a completion is for its own permit', 'permits.ts', 'timestamp === candidate.timestamp', 'true'],
  ['a grant that has expired is not granted again', 'permits.ts', 'this.signatures.expiredAt(expires) > now', 'true'],
  ['calls of usual duration are expected to end', 'permits.ts', "state !== 'open' || now >=", 'true || now >='],
  ['the timestamp is in Tencent’s latest time', 'signatures.ts', 'now + this.clock.high', 'now + this.clock.low'],
  [
    'the expiry is in Tencent’s earliest time',
    'signatures.ts',
    'expires * 1_000 - this.clock.low',
    'expires * 1_000 - this.clock.high',
  ],
  ['the last second of a signature counts', 'signatures.ts', '+ this.lifetimeS + 1\n', '+ this.lifetimeS\n'],
  ['signatures are set back', 'signatures.ts', 'expires - WINDOW_S - 1', 'expires - WINDOW_S'],
  [
    'the present time is signed with after two fresh refusals',
    'signatures.ts',
    'if (!fresh || this',
    'if (true || this',
  ],
  ['a stale refusal is not fresh', 'signatures.ts', 'to + high < (timestamp + WINDOW_S) * 1_000 &&', ''],
  ['one refusal is not two', 'signatures.ts', 'REFUSED_IN_A_ROW = 2', 'REFUSED_IN_A_ROW = 1'],
  ['refusals have to come in a row', 'signatures.ts', 'this.refusedInARow = 0\n  }', '}'],
  ['the present time outlives a restart', 'gate.ts', 'this.store.putPresentUntil(presentUntil)', ''],
  ['for an hour at most', 'signatures.ts', 'Math.min(presentUntil, now + PRESENT_MS)', 'presentUntil'],
  ['back-dated signatures are tried again', 'signatures.ts', 'PRESENT_MS = 3_600_000', 'PRESENT_MS = 36_000_000'],
  ['clocks may differ by two seconds at first', 'upstream-clock.ts', 'CLOCK_BOUND_MS = 2_000', 'CLOCK_BOUND_MS = 500'],
  ['front ends differ', 'upstream-clock.ts', 'SPREAD_MS = 250', 'SPREAD_MS = 0'],
  ['Date is cut to whole seconds', 'upstream-clock.ts', 'date + 1_000 - from', 'date - from'],
  ['a step of a clock is noticed', 'upstream-clock.ts', 'seen.low > this.high || seen.high < this.low', 'false'],
  ['old observations are dropped', 'upstream-clock.ts', 'this.older = this.recent', 'this.older = this.older'],
  [
    'time goes on when the clock steps back',
    'monotonic-clock.ts',
    'this.offset = this.last - reading',
    'this.offset = 0',
  ],
  ['a service counts', 'fair-shares.ts', 'tag: tag + 1 / weight', 'tag'],
  ['a service counts by weight', 'fair-shares.ts', 'tag: tag + 1 / weight', 'tag: tag + 1'],
  ['credit is by weight', 'fair-shares.ts', 'CREDIT / weight', 'CREDIT'],
  ['room in the queue is by weight', 'fair-queue.ts', '(each.due - each.size) / each.weight', 'each.due - each.size'],
  [
    'appointments are by weight',
    'appointments.ts',
    '(left * weight) / (weight + others.weights)',
    'left / (1 + this.tenants.size)',
  ],
  ['newcomers of other tenants have room', 'appointments.ts', 'expected - others.grantsOfUnbooked', 'expected'],
  ['virtual time goes on', 'fair-shares.ts', 'this.virtualTime = Math.max(this.virtualTime, tag)', ''],
  ['a service by appointment does not move it', 'fair-shares.ts', 'if (inOrder) this', 'if (true) this'],
  ['credit is limited', 'fair-shares.ts', 'CREDIT = 10', 'CREDIT = 100'],
  ['tags are remembered for five minutes', 'fair-shares.ts', 'MEMORY_MS = 300_000', 'MEMORY_MS = 3_000'],
  ['tenants share', 'fair-queue.ts', 'this.shares.charge(now, tenant, weight, !due)', ''],
  [
    'callers of a tenant share',
    'fair-queue.ts',
    'this.tenants.get(tenant)?.shares.charge(now, caller, CALLER_WEIGHT, !due)',
    '',
  ],
  ['callers are remembered while none waits', 'fair-queue.ts', 'this.sharesOf.get(name) ?? new', 'new'],
  ['a due request is first among equals', 'fair-queue.ts', '(due ? 1 : 0), due ? 0 : 1', '0, 0'],
  [
    'a due request is served before others of its caller',
    'fair-queue.ts',
    'waiter.due ? queue.filter(({ due }) => due).length : queue.length',
    'queue.length',
  ],
  ['the newest is refused', 'fair-queue.ts', 'return queue?.at(-1)\n', 'return queue?.at(0)\n'],
  ['a due request is refused last', 'fair-queue.ts', '[newest?.due === true ? 1 : 0, -callerTag', '[0, -callerTag'],
  ['room is made at once', 'gate.ts', 'this.serve(now)\n    this.shedLoad(now)', 'this.serve(now)'],
  ['nobody waits past its time', 'gate.ts', 'if (waiter.deadline <= now) this.refuse', 'if (false) this.refuse'],
  ['nobody is served after its time', 'gate.ts', 'if (waiter.deadline < now) this.refuse', 'if (false) this.refuse'],
  [
    'the queue is served whenever a permit is free',
    'gate.ts',
    'private finish(now: number): Step {\n    this.serve(now)',
    'private finish(now: number): Step {',
  ],
  ['a grant is stored', 'gate.ts', 'this.store.putPermit(row)', ''],
  ['a repeated grant is stored', 'gate.ts', 'this.store.putPermit(rowOf(permit))', ''],
  [
    'a repeated acquire keeps its place',
    'gate.ts',
    'if (this.requests.has(request.id)) return this.finish(now)',
    'if (this.requests.has(request.id)) this.dequeue(request.id)',
  ],
  [
    'a key is entered with its grant',
    'gate.ts',
    'if (idempotent) this.store.putRecord({ ...idempotent, grant',
    'if (false) this.store.putRecord({ ...idempotent!, grant',
  ],
  ['a key that waits is in progress', 'gate.ts', 'waiting?.idempotent ??', ''],
  [
    'a key belongs to its request',
    'gate.ts',
    'if (known.fingerprint !== idempotent.fingerprint) return',
    'if (false) return',
  ],
  [
    'a key rests until its signature has expired',
    'gate.ts',
    "record.state === 'open' ? this.signatures.expiredAt(record.expires)",
    "record.state === 'open' ? 0",
  ],
  [
    'a call without a token releases its key',
    'gate.ts',
    "if (own?.state === 'open') this.store.deleteRecord(own.key)",
    '',
  ],
  ['an unknown end keeps its key', 'gate.ts', "if (outcome.kind === 'unknown') return true", ''],
  [
    'a fenced token is not handed out',
    'gate.ts',
    'if (own === undefined) return false',
    'if (own === undefined) return true',
  ],
  [
    'a late answer is replayed to requests that wait for it',
    'gate.ts',
    'for (const { id, idempotent } of this.waitingWith(key))',
    'for (const { id, idempotent } of this.waitingWith(key).slice(0, 0))',
  ],
  ['an answer is replayed no longer than it may be', 'gate.ts', 'Math.min(replayMs, ANSWER_KEPT_MS)', 'ANSWER_KEPT_MS'],
  ['an answer is kept for ten minutes at most', 'gate.ts', 'Math.min(replayMs, ANSWER_KEPT_MS)', 'replayMs'],
  ['an answer is kept for ten minutes', 'idempotency.ts', 'ANSWER_KEPT_MS = 600_000', 'ANSWER_KEPT_MS = 60_000'],
  ['tokens are counted', 'quotas.ts', 'tokens.push({ at, count', 'if (false) tokens.push({ at, count'],
  ['windows slide to their end', 'quotas.ts', 'at + windowMs > now', 'at + windowMs / 2 > now'],
  ['a slice counts from its end', 'quotas.ts', 'Math.ceil(now / slice)', 'Math.floor(now / slice)'],
  ['requests that wait count', 'gate.ts', 'used + waiting.length < quota.limit', 'used < quota.limit'],
  ['a call without a token is given back', 'gate.ts', 'this.quotas.uncount(now, quota)', 'void quota'],
  ['a call that failed may have issued a token', 'gate.ts', " && kind !== 'failed'", ''],
  [
    'the oldest token is given back',
    'quotas.ts',
    'const [oldest, ...tokens] = this.current(now, quota)',
    'const tokens = [...this.current(now, quota)], oldest = tokens.pop()',
  ],
  ['throttling takes permits away', 'adaptive-limit.ts', 'Math.ceil(left / 4)', '0'],
  ['they come back', 'adaptive-limit.ts', 'Math.floor((now - this.since) / RETURN_MS)', '0'],
  ['calls throttled together count once', 'adaptive-limit.ts', ' || grantedAt < this.since', ''],
  [
    'an outage leaves one call at a time',
    'gate.ts',
    'this.limit.outage ? Math.max(free, this.permits.noneOpenAt(now))',
    'false ? free',
  ],
  [
    'in an outage permits that rest are no obstacle',
    'gate.ts',
    'this.limit.outage ? Math.max(free, this.permits.noneOpenAt(now))',
    'this.limit.outage ? this.permits.nextFreeAt(now, 1)',
  ],
  ['seconds without permits are not promised', 'gate.ts', 'this.settings.limit - resting', 'this.settings.limit'],
  ['permits that come back are promised', 'gate.ts', 'Math.min(this.limit.at(at)', 'Math.min(this.limit.at(now)'],
  [
    'a known end is the end of an outage',
    'adaptive-limit.ts',
    'known(): void {\n    this.unknownInARow = 0',
    'known(): void {',
  ],
  ['a holder has one appointment', 'appointments.ts', 'earlier !== undefined && earlier.second > second', 'false'],
  ['no second is promised twice', 'appointments.ts', '(total < room || own <= share)', 'true'],
  ['a tenant has its share of a second', 'appointments.ts', 'own <= most &&', ''],
  [
    'an appointment is used up',
    'appointments.ts',
    'return false\n    this.cancel(holder)\n    return true',
    'return false\n    return true',
  ],
  [
    'nobody is due before its second',
    'appointments.ts',
    'booking.second > secondOf(now)) return false',
    'false) return false',
  ],
  ['what is far ahead is uncertain', 'appointments.ts', 'last: 0.6', 'last: 0.9'],
  [
    'nobody comes before all isolates know',
    'gate.ts',
    'isActive(now, tenant) ? NEAREST_UNDER_PRESSURE_S : 1',
    'isActive(now, tenant) ? 1 : 1',
  ],
  ['the first calls to end are the shortest', 'permits.ts', 'callMs: 500', 'callMs: 100'],
  ['one that was missed is forgotten', 'appointments.ts', 'GRACE_S = 5', 'GRACE_S = 50'],
  ['a holder that is served has no appointment any more', 'gate.ts', 'this.appointments.cancel(holderOf(request))', ''],
  ['a part is forwarded', 'backpressure.ts', 'this.all.total(now) <= this.maxPerSecond', 'true'],
  ['a sampled request counts for all', 'backpressure.ts', 'const requests = 1 / sampled', 'const requests = 1'],
  [
    'tenants have even parts',
    'backpressure.ts',
    'rate < OFTEN ? tenants.others : tenants.each / rate',
    'this.maxPerSecond / this.tenants.total(now)',
  ],
  ['callers have even parts', 'backpressure.ts', 'above > 0 && each >= rate', 'false'],
  ['those who are due are forwarded', 'refusal-cache.ts', 'if (pressure.due.delete(hash(holder)))', 'if (false)'],
  ['those who are due are forwarded once', 'refusal-cache.ts', 'pressure.due.delete', 'pressure.due.has'],
  [
    'a holder that comes at its Retry-After is forwarded once',
    'refusal-cache.ts',
    'this.entries.delete(holder)',
    'true',
  ],
  ['greedy callers have a part of their own', 'refusal-cache.ts', 'pressure.callers.get(hash(caller)) ?? ', ''],
  ['an appointment is repeated', 'refusal-cache.ts', 'now < entry.retryAt) return repeated', 'false) return repeated'],
  ['a used quota is no obstacle to a stored answer', 'refusal-cache.ts', ' && !idempotent)', ')'],
]

const source = join(import.meta.dirname, '../src')

it.each(mutants)('notices when not: %s', async (_, file, from, to) => {
  const folder = await mkdtemp(join(tmpdir(), 'gate-mutant-'))
  try {
    await cp(source, folder, { recursive: true })
    const text = await readFile(join(folder, file), 'utf8')
    expect(text.split(from), `${file} should hold the line once`).toHaveLength(2)
    await writeFile(
      join(folder, file),
      text.replace(from, () => to),
    )
    const mutant: typeof GateModule = await import(pathToFileURL(join(folder, 'index.ts')).href)
    expect(() => {
      checkRules(mutant)
      checkGate(mutant, 300, 1)
    }).toThrow()
  } finally {
    await rm(folder, { recursive: true })
  }
})
