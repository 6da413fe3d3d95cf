/** Why the value of a setting is invalid. The message is for the operator and never holds the value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** How a setting is parsed, and what it should be, in words. `parse` throws a `ConfigError`. */
export interface Format<T> {
  readonly shouldBe: string
  readonly parse: (text: string) => T
}

/** A whole number, as the text of a setting or as a value within its JSON. */
export interface WholeNumber extends Format<number> {
  /** Returns the value if it is such a number. `where` names it in the message. Throws a `ConfigError`. */
  readonly check: (value: unknown, where: string) => number
}

/** The format of a whole number between two bounds, both included. */
export function wholeNumber(least: number, most: number, unit?: string): WholeNumber {
  const shouldBe = `a whole number${unit === undefined ? '' : ` of ${unit}`} from ${least} to ${most}`
  const numberOr = (message: string, value: unknown) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    throw new ConfigError(message)
  }
  return {
    shouldBe,
    parse: (text) => numberOr('it is not', Number(text)),
    check: (value, where) => numberOr(`${where} should be ${shouldBe}`, value),
  }
}

/** ASCII without spaces and control characters; may be empty. */
export function visible(text: string): string {
  if (!/^[\x21-\x7e]*$/.test(text)) throw new ConfigError('it holds a space or a character that is not ASCII')
  return text
}

export function region(text: string): string {
  if (!/^[a-z]+-[a-z0-9-]+$/.test(text)) throw new ConfigError('it is not')
  return text
}

export function origins(text: string): string[] {
  return listOf(text).map(origin)
}

/** HTTPS, or HTTP on this machine. */
export function jwksUrl(text: string): string {
  const { href } = parsedUrl(text)
  if (isProtected(href)) return href
  throw new ConfigError('keys sent unencrypted can be replaced on the way')
}

/** An origin by HTTPS, or by HTTP on this machine. */
export function protectedOrigin(text: string): string {
  const found = origin(text)
  if (isProtected(found)) return found
  throw new ConfigError('photos and tokens must not travel unencrypted')
}

export function parseJsonObject(text: string): Readonly<Record<string, unknown>> {
  return asObject(parseJson(text), 'it')
}

/** Returns the value if it is an object. `where` names it in the message. */
export function asObject(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ConfigError(`${where} is not an object`)
  }
  return { ...value }
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ConfigError('it is not JSON')
  }
}

/** Returns the items of a list with commas or spaces between them. */
export function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

function origin(text: string): string {
  const { protocol, origin: found } = parsedUrl(text)
  if (!/^https?:$/.test(protocol) || found !== text.replace(/\/$/, '')) throw new ConfigError('it is not')
  return found
}

function isProtected(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname))
}

function parsedUrl(text: string): URL {
  if (!URL.canParse(text)) throw new ConfigError('it is no URL')
  return new URL(text)
}
