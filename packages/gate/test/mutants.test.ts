import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type * as GateModule from '../src/index.ts'
import { checkGate } from './check-gate.ts'

/** One line of the machine, changed so that one promise is broken: the model test must notice each. */
const mutants: readonly [promise: string, file: string, from: string, to: string][] = [
  ['the rest covers the fraction that the clock hides', 'permits.ts', 'REST_MS = 1_001', 'REST_MS = 1_000'],
  [
    'no grant without a free permit',
    'permits.ts',
    'this.nextFreeAt(now, limit) <= now',
    'this.nextFreeAt(now, limit) <= now + 1',
  ],
  ['an unknown end keeps the permit for the lease', 'permits.ts', 'return row.freeAt', 'return now + REST_MS'],
  ['a call that is over keeps the permit for a second', 'permits.ts', 'Math.min(row.freeAt, now + REST_MS)', 'now'],
  ['a late report does not keep a permit longer', 'permits.ts', 'Math.min(row.freeAt, now + REST_MS)', 'now + REST_MS'],
  ['a call that was not sent frees its permit', 'permits.ts', 'this.settle(now, grant, () => now)', 'undefined'],
  ['one report counts for a grant', 'permits.ts', 'row.reported || row.freeAt <= now', 'row.freeAt <= now'],
  ['a lower limit counts what is taken', 'permits.ts', 'this.certain.length - limit]', 'this.certain.length - 20]'],
  ['permits outlive a restart', 'permits.ts', 'return stored.map((row) => {', 'return [].map((row) => {'],
  ['a restart trusts no clock', 'permits.ts', 'row.freeAt + CLOCK_STEP_MS <= now', 'row.freeAt <= now'],
  ['a restart frees no call that is under way', 'permits.ts', 'row.reported && row.freeAt <= row.leaseEndsAt', 'true'],
  ['a report is of the later of two permits', 'permits.ts', 'candidate.grantedAt > latest.grantedAt', 'false'],
  [
    'a long call is not expected to have ended',
    'permits.ts',
    'Math.max(now, grantedAt + this.callMs)',
    'grantedAt + this.callMs',
  ],
  ['time goes on when the clock steps back', 'steady-clock.ts', 'this.offset = this.last - reading', 'this.offset = 0'],
  ['callers of a party take turns', 'line.ts', 'queue.lastTurn = now', ''],
  ['parties take turns', 'line.ts', 'party.lastTurn = now', ''],
  ['callers are remembered', 'line.ts', 'this.callerTurns.remember(now, queue.caller)', ''],
  ['parties are remembered', 'line.ts', 'this.partyTurns.remember(now, party.name)', ''],
  ['turns are forgotten after a minute', 'last-turns.ts', 'time + REMEMBERED_MS > now ? time', 'true ? time'],
  [
    'who had its turn longest ago is next',
    'turn-order.ts',
    'one.lastTurn < two.lastTurn',
    'one.lastTurn > two.lastTurn',
  ],
  ['who came first is next among equals', 'turn-order.ts', 'one.joined < two.joined', 'one.joined > two.joined'],
  [
    'the order holds when somebody leaves',
    'heap.ts',
    'this.put(last, node.place)\n    this.settle(last)',
    'this.put(last, node.place)',
  ],
  [
    'a caller is served in its own order',
    'line.ts',
    'const [waiter] = queue?.waiters ?? []',
    'const waiter = queue?.waiters.at(-1)',
  ],
  ['the newest of the longest goes', 'line.ts', 'first?.waiters.at(-1)', 'first?.waiters.at(0)'],
  [
    'among the longest, who was served last goes',
    'longest-first.ts',
    'one.lastTurn > two.lastTurn',
    'one.lastTurn < two.lastTurn',
  ],
  ['the longest queue is known', 'longest-first.ts', 'one.size > two.size', 'false'],
  [
    'who is overtaken is looked for',
    'gate.ts',
    'now < this.nextDeadline && now + this.waitFor(now, turn) <= this.nextDeadline',
    'now < this.nextDeadline',
  ],
  ['who has waited long enough is looked for', 'gate.ts', 'now < this.nextDeadline && now +', 'now +'],
  ['turns are foreseen in their order', 'line.ts', 'inTurn(queues.values()).map', '[...queues.values()].map'],
  [
    'turns are foreseen by rounds',
    'line.ts',
    'for (const list of left) order.push',
    'for (const list of left.slice(0, 1)) order.push',
  ],
  [
    'whoever is too many is refused at once',
    'gate.ts',
    'if (now + this.waitFor(now, this.line.size) <= last.deadline) return',
    'return',
  ],
  [
    'nobody is served after its patience',
    'gate.ts',
    'if (waiter.deadline < now) this.turnAway',
    'if (false) this.turnAway',
  ],
  ['the line is served whenever a permit is free', 'gate.ts', 'a timer may be late.\n    this.serve(now)', ''],
  ['whoever is overtaken is refused', 'gate.ts', 'this.refuseTheHopeless(now)', ''],
  ['the gate is woken when patience ends', 'gate.ts', ', this.nextDeadline)\n  }', ')\n  }'],
  [
    'a grant is stored',
    'gate.ts',
    "this.writes.push({ table: 'permits', row: permit })\n    if (ask.keyed)",
    'if (ask.keyed)',
  ],
  [
    'a report is stored',
    'gate.ts',
    "this.writes.push({ table: 'permits', row: permit })\n    if (!counted",
    'if (!counted',
  ],
  [
    'a key is entered with its grant',
    'gate.ts',
    "if (ask.keyed) this.writes.push({ table: 'ledger'",
    "if (false) this.writes.push({ table: 'ledger'",
  ],
  [
    'a key that waits is in progress',
    'gate.ts',
    'if (waiting !== undefined) {\n      const reason',
    'if (false) {\n      const reason',
  ],
  ['a refused call releases its key', 'gate.ts', 'if (open) this.writes.push', 'if (false) this.writes.push'],
  [
    'an unknown end keeps its key',
    'gate.ts',
    "if (!keyed || outcome.kind === 'unknown') return false",
    'if (!keyed) return false',
  ],
  [
    'a late answer is for whoever waits for it',
    'gate.ts',
    'if (waiting !== undefined) this.answerWaiting',
    'if (false) this.answerWaiting',
  ],
  ['a late answer is not for another request', 'gate.ts', 'waiting.keyed?.request !== row.request', 'false'],
  ['a stored answer is for its own request', 'ledger.ts', 'if (row.request !== asked.request)', 'if (false)'],
  ['an answer is kept for ten minutes', 'ledger.ts', '10 * 60', '10 * 6'],
  [
    'a key is in progress until its lease ends',
    'ledger.ts',
    'row.until <= now) return',
    'row.answer === undefined) return',
  ],
  ['a token of a key that went on is not handed out', 'ledger.ts', 'row.grant !== grant', 'false'],
  ['who asks again keeps its place', 'gate.ts', 'if (this.waiting.has(ask.id)) return this.finish(now)', ''],
  ['tokens are counted', 'gate.ts', 'used: hour.used + 1', 'used: hour.used'],
  ['waiting requests count against the allowance', 'gate.ts', 'hour.used + this.line.waitingOf(ask)', 'hour.used'],
  ['calls without a token are given back', 'gate.ts', 'Math.max(0, hour.used - 1)', 'hour.used'],
  ['an hour ends', 'allowance.ts', 'row.since + HOUR_MS <= now', 'false'],
  ['throttling takes permits away', 'gate.ts', "if (kind === 'throttled' && permit) this", 'if (false) this'],
  [
    'a report that comes again throttles no more',
    'gate.ts',
    "kind === 'throttled' && permit)",
    "kind === 'throttled')",
  ],
  ['they come back', 'withheld.ts', 'Math.floor((now - this.since) / RETURN_MS)', '0'],
  ['they go once a second at most', 'withheld.ts', '|| now - this.since < RETURN_MS', ''],
  ['calls throttled together count once', 'withheld.ts', 'grantedAt < this.since ||', ''],
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
    expect(() => checkGate(mutant, 1_000, 1)).toThrow()
  } finally {
    await rm(folder, { recursive: true })
  }
})
