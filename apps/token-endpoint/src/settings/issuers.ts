import { asObject, ConfigError, jwksUrl, parseJsonObject, visible } from './parse.ts'

/** A value that a claim may be required to have. */
export type ClaimValue = string | number | boolean

/** An issuer of the JWTs of app users, and what its JWTs must hold. */
export interface Issuer {
  /** Their `iss`, which is the issuer's name in the setting. */
  readonly issuer: string
  readonly jwksUrl: string
  /** Their `aud`, or one of them. */
  readonly audience: string
  /** The `typ` of their header; undefined if it makes no difference. */
  readonly typ: string | undefined
  /** Required claims with the values that each may have. */
  readonly claims: ReadonlyMap<string, readonly ClaimValue[]>
}

/** Claims that are always validated, each by its own rule. */
const ALWAYS_VALIDATED: readonly string[] = ['iss', 'aud', 'sub', 'exp', 'nbf', 'iat']

/** Parses the setting ISSUERS. */
export function parseIssuers(text: string): Issuer[] {
  return Object.entries(parseJsonObject(text)).map(([issuer, value]) => parseIssuer(issuer, value))
}

function parseIssuer(issuer: string, value: unknown): Issuer {
  if (!isVisible(issuer)) throw new ConfigError('the name of an issuer should be the "iss" of its JWTs')
  const { jwksUrl, audience, typ, claims = {}, ...others } = asObject(value, issuer)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) {
    throw new ConfigError(`${issuer}.${unknown} is unknown; known: jwksUrl, audience, typ, claims`)
  }
  if (!isVisible(audience)) {
    throw new ConfigError(`${issuer}.audience should be the "aud" of the JWTs that are for this endpoint`)
  }
  if (typ !== undefined && !isVisible(typ)) {
    throw new ConfigError(`${issuer}.typ should be the "typ" in the header of its JWTs, such as at+jwt`)
  }
  const required = Object.entries(asObject(claims, `${issuer}.claims`))
  return {
    issuer,
    jwksUrl: parseJwksUrl(jwksUrl, `${issuer}.jwksUrl`),
    audience,
    typ,
    claims: new Map(required.map(([name, values]) => [name, parseValues(name, values, `${issuer}.claims`)])),
  }
}

function parseJwksUrl(value: unknown, where: string): string {
  const shouldBe = "should be the https:// address of the issuer's key set (JWKS)"
  if (!isVisible(value)) throw new ConfigError(`${where} ${shouldBe}`)
  try {
    return jwksUrl(value)
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(`${where} ${shouldBe}: ${error.message}`) : error
  }
}

function parseValues(claim: string, value: unknown, where: string): ClaimValue[] {
  if (ALWAYS_VALIDATED.includes(claim)) throw new ConfigError(`${where}.${claim} is validated already`)
  const values: unknown[] = Array.isArray(value) ? value : [value]
  if (values.length > 0 && values.every(isClaimValue)) return values
  throw new ConfigError(`${where}.${claim} should be a text, a number, true or false, or a list of these`)
}

function isClaimValue(value: unknown): value is ClaimValue {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '')
}

function isVisible(value: unknown): value is string {
  try {
    return typeof value === 'string' && visible(value) !== ''
  } catch {
    return false
  }
}
