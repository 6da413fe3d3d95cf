/** What a value must be: a test, and the words for it. */
export type Rule = readonly [isMet: (value: unknown) => boolean, words: string]

/** Refuses an argument by its name and a rule. Never by its value, which may be a secret. */
export function refuse(argument: string, rule: string): never {
  throw new TypeError(`${argument} must ${rule}`)
}

export function check(argument: string, value: unknown, [isMet, words]: Rule): void {
  if (!isMet(value)) refuse(argument, words)
}

/** Checks the fields of a plain object, and that none is misspelt: with another name it would silently have no effect. */
export function checkFields(argument: string, given: object, rules: Readonly<Record<string, Rule>>): void {
  check(argument, given, PLAIN_OBJECT)
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(rules, name)) refuse(`${argument}.${name}`, `be one of ${Object.keys(rules).join(', ')}`)
  }
  for (const [name, rule] of Object.entries(rules)) {
    const value: unknown = Reflect.get(given, name)
    if (value !== undefined) check(name, value, rule)
  }
}

/**
 * By the tag and not by `instanceof`, which fails for what comes from another realm (an iframe, a test runner) or from a
 * library of its own.
 */
export function isTagged(value: unknown, tag: string): boolean {
  return Object.prototype.toString.call(value) === `[object ${tag}]`
}

export function matches(pattern: RegExp): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && pattern.test(value)
}

export const ANYTHING: Rule = [() => true, '']
export const BOOLEAN: Rule = [(value) => typeof value === 'boolean', 'be true or false']
export const FUNCTION: Rule = [(value) => typeof value === 'function', 'be a function']
export const NUMBER: Rule = [Number.isFinite, 'be a number']
export const OBJECT: Rule = [(value) => typeof value === 'object' && value !== null, 'be an object']
export const PLAIN_OBJECT: Rule = [(value) => isTagged(value, 'Object'), 'be a plain object']

const ARRAY_BUFFER: Rule = [(value) => isTagged(value, 'ArrayBuffer'), 'be a string, an ArrayBuffer or a view of one']

/** Whole seconds until the year 2106, which no time in milliseconds is. */
export const UNIX_SECONDS: Rule = [
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) < 2 ** 32,
  'be UNIX seconds, not milliseconds',
]

/**
 * Bytes as they are hashed and sent, without a copy.
 *
 * @throws TypeError for anything else. Shared memory is refused, because it could change in between.
 */
export function bytesOf(argument: string, given: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  const view = ArrayBuffer.isView(given) ? given : undefined
  const buffer: unknown = view ? view.buffer : given
  check(argument, buffer, ARRAY_BUFFER)
  return new Uint8Array(buffer as ArrayBuffer, view?.byteOffset, view?.byteLength)
}
