import type { Credential } from '../credential.ts'
import { Refusal } from '../refusal.ts'
import type { ReceivedRequest } from '../request.ts'
import { type Authorization, parseAuthorization } from '../signature/authorization.ts'
import { canonicalRequest, payloadHash } from '../signature/canonical-request.ts'
import { expectedSignature, sameSignature } from '../signature/verify.ts'

export interface Authentication {
  credentials: ReadonlyMap<string, Credential>
  /** The service in the credential scope. */
  service: string
  /** Whether to accept what the official SDKs sign when their endpoint is not Tencent's. */
  sdkEndpoints: boolean
}

const TOLERANCE_SECONDS = 5 * 60

/**
 * Who is calling.
 *
 * @param now the time of the gateway, in milliseconds since 1970.
 * @throws {Refusal} one of AuthFailure.*, or MissingParameter for X-TC-Timestamp
 */
export function authenticate(request: ReceivedRequest, settings: Authentication, now: number): Credential {
  const authorization = parseAuthorization(request.headers.get('authorization'))
  const credential = settings.credentials.get(authorization.secretId)
  if (!credential) throw new Refusal('AuthFailure.SecretIdNotFound')
  const timestamp = checkClock(request.headers.get('x-tc-timestamp'), now)
  checkScope(authorization, timestamp, request.host, settings)
  checkSignature(request, authorization, credential, timestamp, settings)
  checkToken(request.headers.get('x-tc-token'), credential)
  return credential
}

function checkClock(timestamp: string | null, now: number): string {
  if (timestamp === null) throw new Refusal('MissingParameter', 'X-TC-Timestamp')
  if (!/^\d{1,12}$/.test(timestamp)) throw new Refusal('InvalidParameter', 'X-TC-Timestamp', 'It is in UNIX seconds.')
  if (Math.abs(Number(timestamp) - Math.floor(now / 1000)) <= TOLERANCE_SECONDS) return timestamp
  throw new Refusal('AuthFailure.SignatureExpire', undefined, `It is ${new Date(now).toISOString()} here.`)
}

function checkScope(authorization: Authorization, timestamp: string, host: string, settings: Authentication): void {
  const day = new Date(Number(timestamp) * 1000).toISOString().slice(0, 10)
  if (authorization.date !== day) {
    throw new Refusal('AuthFailure.SignatureFailure', undefined, `The day of X-TC-Timestamp is ${day} in UTC.`)
  }
  if (authorization.service === settings.service) return
  if (settings.sdkEndpoints && !isTencents(host) && authorization.service === host.split('.')[0]) return
  throw new Refusal(
    'AuthFailure.SignatureFailure',
    undefined,
    `The service in the credential scope is ${settings.service}.`,
  )
}

/** There the SDKs name the service as they should. */
function isTencents(host: string): boolean {
  return /(^|\.)tencentcloudapi\.com(:\d+)?$/i.test(host)
}

function checkSignature(
  request: ReceivedRequest,
  authorization: Authorization,
  credential: Credential,
  timestamp: string,
  settings: Authentication,
): void {
  const canonical = signedHosts(request.host, settings).map((host) => canonicalFor(request, authorization, host))
  const { date, service, signature } = authorization
  for (const canonicalRequest of canonical) {
    const signing = { secretKey: credential.secretKey, timestamp, date, service, canonicalRequest }
    if (sameSignature(signature, expectedSignature(signing))) return
  }
  throw new Refusal('AuthFailure.SignatureFailure', undefined, canonicalHint(authorization, canonical[0]))
}

/** Shows signers where they differ; but a session token, if it was signed, must not come back in a message. */
function canonicalHint({ signedHeaders }: Authorization, canonical = ''): string {
  return signedHeaders.includes('x-tc-token') ? '' : `Expected canonical request: ${JSON.stringify(canonical)}.`
}

/** The official SDKs sign the host without its port. */
function signedHosts(host: string, settings: Authentication): string[] {
  const withoutPort = host.replace(/:\d+$/, '')
  return settings.sdkEndpoints && withoutPort !== host ? [host, withoutPort] : [host]
}

function canonicalFor(request: ReceivedRequest, { signedHeaders }: Authorization, host: string): string {
  const { method, query, body, headers } = request
  const signedValue = (name: string): string => {
    const value = name === 'host' ? host : headers.get(name)
    if (value !== null) return value
    throw new Refusal('AuthFailure.SignatureFailure', undefined, `SignedHeaders names ${name}, which was not sent.`)
  }
  return canonicalRequest({
    method,
    // The canonical query of a POST is empty, whatever its URL holds.
    query: method === 'GET' ? query : '',
    headers: signedHeaders.map((name) => [name, signedValue(name)]),
    payloadHash: payloadHash(method, body, headers.get('x-tc-content-sha256')),
  })
}

function checkToken(token: string | null, credential: Credential): void {
  if ((token ?? '') === (credential.token ?? '')) return
  throw new Refusal('AuthFailure.TokenFailure')
}
