import { isObject, type JsonObject, parseJson } from './json.ts'

/** A request as the page is about to send it. */
export interface Draft {
  /** Where the endpoint itself listens, which is what a reader should call. */
  readonly endpoint: string
  readonly credential: string
  readonly idempotencyKey: string
  readonly body: { readonly preset?: string; readonly parameters?: JsonObject }
}

export interface Answer {
  /** 0 where none came. */
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly text: string
  readonly tookMs: number
}

export interface Problem {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly advice: string
  readonly errors: readonly { readonly parameter: string; readonly message: string }[]
}

/** The headers of a request, with whatever is to stand for the credential. */
export function headersOf({ idempotencyKey }: Draft, credential: string): Record<string, string> {
  return {
    ...(credential !== '' && { Authorization: `Bearer ${credential}` }),
    'Content-Type': 'application/json',
    ...(idempotencyKey !== '' && { 'Idempotency-Key': idempotencyKey }),
  }
}

/** Sends it through the page's own server, which passes it on as it is. */
export async function send(draft: Draft): Promise<Answer> {
  const startedAt = performance.now()
  const took = () => Math.round(performance.now() - startedAt)
  try {
    const response = await fetch('/v1/tokens', {
      method: 'POST',
      headers: headersOf(draft, draft.credential),
      body: JSON.stringify(draft.body),
    })
    const text = await response.text()
    return { status: response.status, headers: [...response.headers], text, tookMs: took() }
  } catch (error) {
    return { status: 0, headers: [], text: String(error), tookMs: took() }
  }
}

/** The problem that an answer is (RFC 9457); undefined where it is none. */
export function problemOf({ status, text }: Answer): Problem | undefined {
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

/** Enough of a credential to tell it from another, and not enough to use it. */
export function redacted(credential: string): string {
  return credential === '' ? '' : `${credential.slice(0, 5)}${'•'.repeat(8)}`
}
