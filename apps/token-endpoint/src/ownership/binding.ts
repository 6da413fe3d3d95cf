import type { BindingKeyring, KeyUse } from './binding-keys.ts'

/** Whom a token is issued to. */
export type Owner =
  | { readonly kind: 'app-user'; readonly issuer: string; readonly subject: string }
  | { readonly kind: 'backend'; readonly name: string }

/** What `Extra` and the receipt prove about a token, besides its owner. */
export interface Issuance {
  /** UNIX time, in seconds. */
  readonly issuedAt: number
  readonly preset: string
}

/** How long Tencent keeps a result, in seconds: three days. */
export const RESULT_LIFETIME_SECONDS = 3 * 24 * 60 * 60

/**
 * How long `Extra` may be, in characters. The document says 1,024 bits, newer pages 1,024 characters. What this endpoint writes
 * itself fits in the bits; a backend's text after it may use the characters.
 */
const MAX_EXTRA_LENGTH = 1_024

/** What is reserved for the tag: the 1,024 bits. It takes 93: version, kid (8), time (12), preset (24), MAC (43), four dots. */
const MAX_TAG_LENGTH = 128

/** How long a backend's own text in `Extra` may be, in characters. */
export const MAX_EXTRA_TEXT_LENGTH = MAX_EXTRA_LENGTH - MAX_TAG_LENGTH - 1

const TAG =
  /^(?<version>[tr]1)\.(?<kid>[a-z0-9]{1,8})\.(?<iat>\d{1,12})\.(?<preset>[a-z0-9-]{1,24})\.(?<mac>[\w-]{43})$/

/**
 * Returns the `Extra` of a token: `t1.<kid>.<iat>.<preset>.<mac>`, and a backend's own text after another dot. Tencent
 * returns it with the result, where it proves to whom the token was issued, when, and with which preset.
 */
export async function createExtra(keys: BindingKeyring, owner: Owner, issuance: Issuance, text = ''): Promise<string> {
  const tag = await createTag(keys, 'extra', owner, issuance, text)
  return text === '' ? tag : `${tag}.${text}`
}

/** Returns the backend's own text in `Extra`; undefined if `Extra` was not made for this owner and issuance. */
export async function verifyExtra(
  keys: BindingKeyring,
  extra: string,
  owner: Owner,
  issuance: Issuance,
): Promise<string | undefined> {
  const [version, kid, iat, preset, mac, ...rest] = extra.split('.')
  const text = rest.join('.')
  const found = await verifyTag(keys, 'extra', [version, kid, iat, preset, mac].join('.'), owner, text)
  const isSame = found?.issuedAt === issuance.issuedAt && found.preset === issuance.preset
  return isSame ? text : undefined
}

/** Returns the receipt of a token: `r1.<kid>.<iat>.<preset>.<mac>`. Its owner may read the result with it. */
export function createReceipt(
  keys: BindingKeyring,
  owner: Owner,
  issuance: Issuance,
  sdkToken: string,
): Promise<string> {
  return createTag(keys, 'receipt', owner, issuance, sdkToken)
}

/** Returns when and with which preset the token was issued; undefined if the receipt is not of this owner and token. */
export function verifyReceipt(
  keys: BindingKeyring,
  receipt: string,
  owner: Owner,
  sdkToken: string,
): Promise<Issuance | undefined> {
  return verifyTag(keys, 'receipt', receipt, owner, sdkToken)
}

const versions: Readonly<Record<KeyUse, string>> = { extra: 't1', receipt: 'r1' }

async function createTag(
  keys: BindingKeyring,
  use: KeyUse,
  owner: Owner,
  issuance: Issuance,
  bound: string,
): Promise<string> {
  const head = [versions[use], keys.signingKid, String(issuance.issuedAt), issuance.preset]
  const mac = await keys.sign(use, messageOf([...head, ...fieldsOf(owner), bound]))
  return [...head, base64url(mac)].join('.')
}

/** Computes one MAC whatever is wrong with the tag, so that the time tells nothing. */
async function verifyTag(
  keys: BindingKeyring,
  use: KeyUse,
  tag: string,
  owner: Owner,
  bound: string,
): Promise<Issuance | undefined> {
  const groups = TAG.exec(tag)?.groups
  const { version = '', kid = '', iat = '', preset = '', mac = '' } = groups ?? {}
  const message = messageOf([version, kid, iat, preset, ...fieldsOf(owner), bound])
  const matches = await keys.verify(use, kid, fromBase64url(mac), message)
  return matches && version === versions[use] ? { issuedAt: Number(iat), preset } : undefined
}

function fieldsOf(owner: Owner): readonly string[] {
  return owner.kind === 'app-user' ? [owner.kind, owner.issuer, owner.subject] : [owner.kind, owner.name]
}

/** Prefixes each field with its length, so that no two lists of fields give the same bytes. */
function messageOf(fields: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoded = fields.map((field) => new TextEncoder().encode(field))
  const message = new Uint8Array(encoded.reduce((length, bytes) => length + 4 + bytes.length, 0))
  const view = new DataView(message.buffer)
  let at = 0
  for (const bytes of encoded) {
    view.setUint32(at, bytes.length)
    message.set(bytes, at + 4)
    at += 4 + bytes.length
  }
  return message
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** Returns the bytes of a MAC; zeros, which never match, for any other text. */
function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(32)
  if (text.length !== 43) return bytes
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at)
  // The last digit has two bits to spare: only one spelling of a MAC is valid.
  return base64url(bytes) === text ? bytes : new Uint8Array(32)
}
