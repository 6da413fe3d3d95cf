/** Refuses an argument by its name and a rule. Never by its value, which may be a secret. */
export function refuse(argument: string, rule: string): never {
  throw new TypeError(`${argument} must ${rule}`)
}

export function check(condition: boolean, argument: string, rule: string): asserts condition {
  if (!condition) refuse(argument, rule)
}

export function checkText(argument: string, value: unknown, pattern: RegExp, rule: string): void {
  check(typeof value === 'string' && pattern.test(value), argument, rule)
}

export function checkUnixSeconds(argument: string, value: number): void {
  // Until the year 2106, which excludes any time in milliseconds since 1970.
  const isValid = Number.isInteger(value) && value >= 0 && value < 2 ** 32
  check(isValid, argument, 'be UNIX seconds, not milliseconds')
}

export function checkBoolean(argument: string, value: unknown): void {
  check(typeof value === 'boolean', argument, 'be true or false')
}

/** One of another realm passes. Fields that are inherited would not be seen, so an instance of a class is refused. */
export function checkPlainObject(argument: string, value: unknown): void {
  const prototype: unknown = isTagged(value, 'Object') ? Object.getPrototypeOf(value) : undefined
  const isPlain = prototype === null || (prototype !== undefined && Object.getPrototypeOf(prototype) === null)
  check(isPlain, argument, 'be a plain object')
}

/** @param rest an object without its known fields. A misspelt one would silently have no effect. */
export function checkNothingElse(argument: string, rest: object): void {
  for (const name in rest) refuse(`${argument}.${name}`, 'not be given: there is no such field')
}

/**
 * By the tag and not by `instanceof`, which fails for what comes from another realm (an iframe, a test runner) or from a
 * library of its own.
 */
export function isTagged(value: unknown, tag: string): boolean {
  return Object.prototype.toString.call(value) === `[object ${tag}]`
}

/**
 * Bytes as they are hashed and sent, without a copy.
 *
 * @throws TypeError for anything else. Shared memory is refused, because it could change in between.
 */
export function bytesOf(argument: string, given: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset } = ArrayBuffer.isView(given) ? given : { buffer: given, byteOffset: 0 }
  check(isTagged(buffer, 'ArrayBuffer'), argument, 'be a string or bytes')
  return new Uint8Array(buffer as ArrayBuffer, byteOffset, given.byteLength)
}
