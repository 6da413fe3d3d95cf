import type { Signer } from '@tc3-edge/signer'
import createHttpClient, { type Client } from 'openapi-fetch'
import { type Deadline, startDeadline } from './deadline.ts'
import { type ReadBody, unwrap } from './envelope.ts'
import { AbortedError, FaceidError, type FaceidErrorDetails, NetworkError, TimeoutError } from './errors.ts'
import type { Operation } from './generated/operations.ts'
import type { Settings } from './options.ts'
import { readBody } from './read-body.ts'
import { failedBeforeSending } from './retryable.ts'

/** One call, ready to be attempted as often as it takes. */
export interface PreparedCall {
  readonly operation: Operation
  /** The parameters, serialised once. */
  readonly body: string
  /** The `X-TC-` headers, without those of the signature. */
  readonly headers: Readonly<Record<string, string>>
  readonly timeout: number
  readonly signal: AbortSignal | undefined
}

/** What is sent for any operation. Which parameters and answers belong to which, the generated methods say. */
type AnyPaths = {
  readonly [path in Operation['path']]: {
    readonly post: {
      readonly parameters: { readonly header: Readonly<Record<string, string>> }
      readonly requestBody: { readonly content: { readonly 'application/json': string } }
      readonly responses: { readonly 200: { readonly content: { readonly 'application/json': unknown } } }
    }
  }
}

/** Makes one signed request and answers what stood in its envelope. `number` counts attempts from 1. */
export type Attempt = <Answer>(call: PreparedCall, number: number) => Promise<Answer>

export function createAttempt(settings: Settings, signer: Signer): Attempt {
  const http: Client<AnyPaths> = createHttpClient<AnyPaths>({ baseUrl: settings.endpoint })

  return async (call, number) => {
    const deadline = startDeadline(call.timeout, call.signal)
    const progress = { sent: false }
    try {
      const body = await deadline.race(exchange(call, deadline, progress))
      return unwrap(call.operation, body, number)
    } catch (error) {
      throw explained(error, call, deadline, progress.sent, number)
    } finally {
      deadline.release()
    }
  }

  async function exchange(call: PreparedCall, deadline: Deadline, progress: { sent: boolean }): Promise<ReadBody> {
    const { response, error } = await http.POST(call.operation.path, {
      body: call.body,
      // The request is built without its body, which is signed and sent as the text it is: read back out of a Request,
      // it would be encoded, copied and decoded on the way.
      bodySerializer: () => '',
      params: { header: call.headers },
      parseAs: 'stream',
      fetch: async (request) => {
        const init = await signed(request, call.body)
        deadline.signal.throwIfAborted()
        progress.sent = true
        return settings.fetch(request.url, { ...init, signal: deadline.signal })
      },
    })
    return response.ok ? readBody(response) : { ...textAndJson(error), status: response.status }
  }

  async function signed({ method, url, headers: unsigned }: Request, body: string): Promise<RequestInit> {
    const headers = await signer.sign({ method, url, headers: unsigned, body })
    // A redirect would carry the signature elsewhere. `error` in place of `manual` throws in workerd.
    return { method, headers, body, redirect: 'manual' }
  }
}

/** openapi-fetch has read the body of a status other than 2xx, and parsed it where it could. */
function textAndJson(error: unknown): Pick<ReadBody, 'text' | 'json'> {
  if (typeof error === 'string') return { text: error, json: undefined }
  return error === undefined ? { text: '', json: undefined } : { text: JSON.stringify(error), json: error }
}

function explained(error: unknown, call: PreparedCall, deadline: Deadline, sent: boolean, attempts: number): unknown {
  if (error instanceof FaceidError) return error
  const { action } = call.operation
  const details: FaceidErrorDetails = {
    action,
    attempts,
    cause: error,
    retryable: true,
    outcome: sent && !failedBeforeSending(error) ? 'unknown' : 'not-sent',
  }
  const ended = deadline.ended()
  if (ended === 'aborted') {
    return new AbortedError('Client.Aborted', `${action}: given up by the caller`, { ...details, retryable: false })
  }
  if (ended === 'timeout') {
    return new TimeoutError('Client.Timeout', `${action}: no whole answer within ${call.timeout} ms`, details)
  }
  // What went wrong before sending is the credentials' or the programmer's: it speaks for itself.
  if (!sent) return error
  return new NetworkError('Client.NetworkError', `${action}: the connection failed`, details)
}
