import { integer, nonEmptyText, objectWith, onlyFields } from '../check-fields.ts'
import { isObject } from '../json.ts'
import type { Delay, Fault, FaultMatch, FaultRule, When } from './rule.ts'

const example = '{"next": 3, "delayAfter": {"ms": 100, "spread": 50}, "fault": {"kind": "reset", "when": "after"}}'

/** What each kind of fault may hold besides `kind`. */
const faultFields: Record<Fault['kind'], readonly string[]> = {
  hang: ['when'],
  reset: ['when'],
  html: ['status'],
  'truncated-json': [],
  'oversize-json': ['bytes'],
  'no-response': [],
  error: ['code'],
  'clock-skew': ['seconds'],
}

/**
 * Parses a rule that came from outside.
 *
 * @throws {TypeError} saying what is wrong and what would be right.
 */
export function parseRule(value: unknown): FaultRule {
  const fields = ['next', 'share', 'match', 'delayBefore', 'delayAfter', 'fault']
  const { next, share, match, delayBefore, delayAfter, fault } = objectWith(value, fields, 'A rule', example)
  if (next !== undefined && share !== undefined) throw new TypeError('A rule has next or share, not both.')
  if (delayBefore === undefined && delayAfter === undefined && fault === undefined) {
    throw new TypeError(`A rule has delayBefore, delayAfter or fault: ${example}.`)
  }
  return {
    ...(share === undefined
      ? { next: next === undefined ? 1 : integer(next, 'next', 1, 1e9) }
      : { share: shareOf(share) }),
    ...(match !== undefined && { match: matchOf(match) }),
    ...(delayBefore !== undefined && { delayBefore: delayOf(delayBefore, 'delayBefore') }),
    ...(delayAfter !== undefined && { delayAfter: delayOf(delayAfter, 'delayAfter') }),
    ...(fault !== undefined && { fault: faultOf(fault) }),
  }
}

function matchOf(value: unknown): FaultMatch {
  const example = '{"action": "ApplySdkVerificationToken", "extra": "ann"}'
  const match = objectWith(value, ['action', 'account', 'extra'], 'match', example)
  return Object.fromEntries(Object.entries(match).map(([name, text]) => [name, nonEmptyText(text, `match.${name}`)]))
}

function shareOf(value: unknown): number {
  if (typeof value === 'number' && value > 0 && value <= 1) return value
  throw new TypeError('share is a number above 0 and at most 1, such as 0.25 for a quarter of the requests.')
}

function delayOf(value: unknown, name: string): Delay {
  const { ms, spread } = objectWith(value, ['ms', 'spread'], name, '{"ms": 100, "spread": 50}, in milliseconds')
  return {
    ms: integer(ms, `${name}.ms`, 0, 600_000),
    ...(spread !== undefined && { spread: integer(spread, `${name}.spread`, 0, 600_000) }),
  }
}

function faultOf(value: unknown): Fault {
  const kind = isObject(value) ? value.kind : undefined
  if (!isObject(value) || !isKind(kind)) {
    throw new TypeError(`fault.kind is one of: ${Object.keys(faultFields).join(', ')}.`)
  }
  onlyFields(value, ['kind', ...faultFields[kind]], `A fault of kind ${kind}`)
  if (kind === 'hang' || kind === 'reset')
    return { kind, ...(value.when !== undefined && { when: whenOf(value.when) }) }
  if (kind === 'html') return { kind, status: pageStatus(value.status ?? 502) }
  if (kind === 'oversize-json') return { kind, bytes: integer(value.bytes ?? 11_000_000, 'fault.bytes', 1, 1e8) }
  if (kind === 'error') return { kind, code: codeOf(value.code) }
  if (kind === 'clock-skew') return { kind, seconds: integer(value.seconds, 'fault.seconds', -1e9, 1e9) }
  return { kind }
}

function isKind(value: unknown): value is Fault['kind'] {
  return typeof value === 'string' && Object.hasOwn(faultFields, value)
}

function whenOf(value: unknown): When {
  if (value === 'before' || value === 'after') return value
  throw new TypeError('fault.when is "before" or "after" (the request is processed).')
}

/** By HTTP they have no body, and no page could follow. */
const bodiless: readonly unknown[] = [204, 205, 304]

function pageStatus(value: unknown): number {
  if (!bodiless.includes(value)) return integer(value, 'fault.status', 200, 599)
  const none = bodiless.join(', ')
  throw new TypeError(`fault.status is a whole number from 200 to 599, but none of ${none}: they have no page.`)
}

function codeOf(value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/.test(value)) return value
  throw new TypeError('fault.code is an error code such as "InternalError".')
}
