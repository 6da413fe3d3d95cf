import { isObject, type JsonObject, parseJson } from './json.ts'

export const TOKENS = '/v1/tokens'
export const RESULTS = '/v1/results'

/** A request to the endpoint. */
export interface ApiRequest {
  /** The endpoint's own address, for code that a reader copies. */
  readonly endpoint: string
  readonly path: typeof TOKENS | typeof RESULTS
  readonly credential: string
  readonly idempotencyKey: string
  readonly body: JsonObject
}

export interface ApiResponse {
  /** 0 if there was none. */
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly text: string
  readonly tookMs: number
}

/** A request that was sent, and its response once there is one. */
export interface Exchange {
  readonly id: number
  readonly request: ApiRequest
  readonly response?: ApiResponse
  /** The simulated fault that was on when it was sent. */
  readonly fault: string | null
}

export interface Problem {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly advice: string
  readonly errors: readonly { readonly parameter: string; readonly message: string }[]
}

/** The headers of a request, with `credential` in place of its own. */
export function headersOf({ idempotencyKey }: ApiRequest, credential: string): Record<string, string> {
  return {
    ...(credential !== '' && { Authorization: `Bearer ${credential}` }),
    'Content-Type': 'application/json',
    ...(idempotencyKey !== '' && { 'Idempotency-Key': idempotencyKey }),
  }
}

/** Sends it through the page's own server, which forwards it unchanged. */
export async function send(request: ApiRequest): Promise<ApiResponse> {
  const startedAt = performance.now()
  const took = () => Math.round(performance.now() - startedAt)
  try {
    const response = await fetch(request.path, {
      method: 'POST',
      headers: headersOf(request, request.credential),
      body: JSON.stringify(request.body),
    })
    const text = await response.text()
    return { status: response.status, headers: [...response.headers], text, tookMs: took() }
  } catch (error) {
    return { status: 0, headers: [], text: String(error), tookMs: took() }
  }
}

/** Returns the problem that a response is (RFC 9457), if it is one. */
export function problemOf({ status, text }: ApiResponse): Problem | undefined {
  const body = parseJson(text)
  if (status < 400 || !isObject(body) || typeof body.code !== 'string') return undefined
  const errors = (Array.isArray(body.errors) ? body.errors : []).filter(isObject)
  return {
    code: body.code,
    title: String(body.title ?? ''),
    detail: String(body.detail ?? ''),
    advice: String(body.advice ?? ''),
    errors: errors.map(({ parameter, message }) => ({ parameter: String(parameter), message: String(message) })),
  }
}

/** Headers that the page leaves out: those of the transport, and those that every response has. */
const HIDDEN_HEADERS =
  /^(connection|date|keep-alive|transfer-encoding|content-length|vary|cross-origin-|origin-agent|strict-|referrer-|access-control-expose|x-(?!request-id))/

export function responseText({ status, headers, text }: ApiResponse): string {
  if (status === 0) return `No response\n\n${text}`
  const lines = headers.filter(([name]) => !HIDDEN_HEADERS.test(name)).map(([name, value]) => `${name}: ${value}`)
  const body = parseJson(text)
  return [`HTTP/1.1 ${status}`, ...lines, '', body === undefined ? text : JSON.stringify(body, null, 2)].join('\n')
}

/** The request as it goes over the wire, with `credential` in place of its own. */
export function requestText(request: ApiRequest, credential: string): string {
  const headers = Object.entries(headersOf(request, credential)).map(([name, value]) => `${name}: ${value}`)
  const host = request.endpoint.replace(/^https?:\/\//, '')
  return [`POST ${request.path}`, `Host: ${host}`, ...headers, '', JSON.stringify(request.body, null, 2)].join('\n')
}

/** Returns enough of a credential to distinguish it, and too little to use it. */
export function redacted(credential: string): string {
  return credential === '' ? '' : `${credential.slice(0, 5)}${'•'.repeat(8)}`
}
