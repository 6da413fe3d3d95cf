import { ApiError } from '../api-error.ts'
import type { Credential } from '../credential.ts'
import type { HttpRequest } from '../http-request.ts'
import { type Authorization, parseAuthorization } from '../signature/authorization.ts'
import { canonicalRequest, payloadHash } from '../signature/canonical-request.ts'
import { expectedSignature, sameSignature } from '../signature/verify.ts'
import type { ApiDescription } from '../spec/api-description.ts'
import { findApis } from './find-api.ts'
import { contentTypeOf } from './transport.ts'

export interface Authentication {
  credentials: ReadonlyMap<string, Credential>
  apis: readonly ApiDescription[]
  /** Whether to accept what the official SDKs sign when their endpoint is not Tencent's. */
  sdkEndpoints: boolean
}

const TOLERANCE_SECONDS = 5 * 60

export interface Authenticated {
  credential: Credential
  /** Those that the request may be for. */
  apis: readonly ApiDescription[]
  /** Why the request is refused all the same, where its signature is good and its timestamp too far off. */
  expired: ApiError | null
}

/**
 * Finds out who is calling.
 *
 * @param now the time of the gateway, in milliseconds since 1970.
 * @throws {ApiError} one of AuthFailure.*, or MissingParameter for X-TC-Timestamp
 */
export function authenticate(request: HttpRequest, settings: Authentication, now: number): Authenticated {
  const authorization = parseAuthorization(request.headers.authorization)
  const credential = settings.credentials.get(authorization.secretId)
  if (!credential) throw new ApiError('AuthFailure.SecretIdNotFound')
  const timestamp = timestampOf(request.headers['x-tc-timestamp'])
  const expired = checkAge(timestamp, now)
  try {
    checkDay(authorization, timestamp)
    const apis = findApis(settings.apis, request.host, authorization.service, settings.sdkEndpoints)
    checkSignature(request, authorization, credential, timestamp, settings)
    checkToken(request.headers['x-tc-token'], credential)
    return { credential, apis, expired }
  } catch (error) {
    // The clock comes before the signature.
    throw expired ?? error
  }
}

function timestampOf(timestamp: string | undefined): string {
  if (timestamp === undefined) throw new ApiError('MissingParameter', 'X-TC-Timestamp')
  if (/^\d{1,12}$/.test(timestamp)) return timestamp
  throw new ApiError('InvalidParameter', 'X-TC-Timestamp', 'It is in UNIX seconds.')
}

/** In whole seconds, as timestamps are: 300 are accepted to either side, 301 are not. */
function checkAge(timestamp: string, now: number): ApiError | null {
  const age = Math.floor(now / 1000) - Number(timestamp)
  if (Math.abs(age) <= TOLERANCE_SECONDS) return null
  const off = age > 0 ? `${age} s ago` : `${-age} s ahead`
  const hint = `Signed ${off}; at most ${TOLERANCE_SECONDS} s are accepted. It is ${new Date(now).toISOString()} here.`
  return new ApiError('AuthFailure.SignatureExpire', undefined, hint)
}

function checkDay({ date }: Authorization, timestamp: string): void {
  const day = new Date(Number(timestamp) * 1000).toISOString().slice(0, 10)
  if (date === day) return
  const hint = `The credential scope says ${date}; the day of X-TC-Timestamp is ${day} in UTC.`
  throw new ApiError('AuthFailure.SignatureFailure', undefined, hint)
}

function checkSignature(
  request: HttpRequest,
  authorization: Authorization,
  credential: Credential,
  timestamp: string,
  settings: Authentication,
): void {
  const { date, service, signature } = authorization
  const { secretKey } = credential
  const canonical = (host: string): string => canonicalFor(request, authorization, host)
  for (const host of signedHosts(request.host, settings)) {
    const signing = { secretKey, timestamp, date, service, canonicalRequest: canonical(host) }
    if (sameSignature(signature, expectedSignature(signing))) return
  }
  throw new ApiError('AuthFailure.SignatureFailure', undefined, canonicalHint(authorization, canonical(request.host)))
}

/** Shows signers where they differ; but a session token, if it was signed, must not come back in a message. */
function canonicalHint({ signedHeaders }: Authorization, canonical: string): string {
  return signedHeaders.includes('x-tc-token') ? '' : `Expected canonical request: ${JSON.stringify(canonical)}.`
}

/** The official SDKs sign the host without its port. */
function signedHosts(host: string, settings: Authentication): string[] {
  const withoutPort = host.replace(/:\d+$/, '')
  return settings.sdkEndpoints && withoutPort !== host ? [host, withoutPort] : [host]
}

function canonicalFor(request: HttpRequest, { signedHeaders }: Authorization, host: string): string {
  const { method, query, body, headers } = request
  const signedValue = (name: string): string => {
    const value = name === 'host' ? host : name === 'content-type' ? contentTypeOf(request) : headers[name]
    if (value !== undefined) return value
    throw new ApiError('AuthFailure.SignatureFailure', undefined, `SignedHeaders names ${name}, which was not sent.`)
  }
  return canonicalRequest({
    method,
    // The canonical query of a POST is empty, whatever its URL holds.
    query: method === 'GET' ? query : '',
    headers: signedHeaders.map((name) => [name, signedValue(name)]),
    payloadHash: payloadHash(method, body, headers['x-tc-content-sha256']),
  })
}

function checkToken(token: string | undefined, credential: Credential): void {
  if ((token ?? '') === (credential.token ?? '')) return
  const hint =
    credential.token === undefined ? 'They are permanent and have none.' : 'They are temporary and need theirs.'
  throw new ApiError('AuthFailure.TokenFailure', undefined, hint)
}
