/** A request as it is written to JSON, and the one right `Authorization` for it. */
export interface RandomCase {
  readonly kind: CaseKind
  readonly credentials: { readonly secretId: string; readonly secretKey: string; readonly token?: string }
  /** Absent where the signer is to take it from the host. */
  readonly service?: string
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Absent on GET. */
  readonly body?: { readonly as: BodyForm; readonly text: string }
  readonly timestamp: number
  readonly signedHeaders?: readonly string[]
  readonly unsignedPayload?: boolean
  readonly authorization: string
}

export type BodyForm = 'string' | 'bytes' | 'ArrayBuffer' | 'DataView' | 'view with an offset'

/** How many requests there are of each kind. */
export const CASES_PER_KIND = 150

/** Those that the official SDKs can sign, too. */
export const officialKinds = [
  'JSON, by the official sign3',
  'bytes, by the official sign3',
  'a query, by the official sign3',
] as const

export const caseKinds = [
  ...officialKinds,
  'the default headers',
  'extra signed headers',
  'a host with a port',
  'UNSIGNED-PAYLOAD',
  'temporary credentials',
] as const
export type CaseKind = (typeof caseKinds)[number]
