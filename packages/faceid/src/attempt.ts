import type { Signer } from '@tc3-edge/signer'
import type { AnyAnswer } from './call.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { unwrap } from './envelope.ts'
import {
  AbortedError,
  FaceidError,
  type FaceidErrorDetails,
  NetworkError,
  SigningError,
  TimeoutError,
} from './errors.ts'
import type { Operation } from './generated/operations.ts'
import type { CallSettings, Settings } from './options.ts'
import { dateOf, type Received, readResponse } from './read-body.ts'
import { failedBeforeSending, SIGNATURE_EXPIRE } from './retryable.ts'

/** One call, ready to be attempted as often as it takes. */
export interface PreparedCall extends CallSettings {
  readonly operation: Operation
  /** The parameters, serialised once. */
  readonly body: string
}

/** Makes one signed request and answers what stood in its envelope. `number` counts attempts from 1. */
export type Attempt = <Answer extends AnyAnswer>(call: PreparedCall, number: number) => Promise<Answer>

/** How far an attempt has come. */
interface Progress {
  sent: boolean
  received?: Received
}

export function createAttempt({ endpoint: url, fetch }: Settings, signer: Signer): Attempt {
  return async (call, number) => {
    const deadline = startDeadline(call.timeout, call.signals)
    const progress: Progress = { sent: false }
    try {
      return unwrap(call.operation, await deadline.race(exchange(call, deadline, progress)), number)
    } catch (error) {
      const failure = explained(error, call, deadline, progress, number)
      // For the next attempt and for all other calls, whether or not this one may be tried again.
      const date = progress.received && dateOf(progress.received)
      if (failure.code === SIGNATURE_EXPIRE && date) signer.setServerTime(date / 1000)
      throw failure
    } finally {
      deadline.release()
    }
  }

  async function exchange(call: PreparedCall, { signal }: Deadline, progress: Progress): Promise<Received> {
    const { body } = call
    const headers = await signer.sign({ method: 'POST', url, headers: headersOf(call), body })
    signal.throwIfAborted()
    progress.sent = true
    // A redirect would carry the signature elsewhere. `error` in place of `manual` throws in workerd.
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    progress.received = await readResponse(response)
    return progress.received
  }
}

function headersOf({ operation, region, language, headers }: PreparedCall): Record<string, string> {
  return {
    ...headers,
    'X-TC-Action': operation.action,
    'X-TC-Version': operation.version,
    'X-TC-Region': region,
    ...(language && { 'X-TC-Language': language }),
  }
}

function explained(
  error: unknown,
  { operation: { action }, timeout }: PreparedCall,
  deadline: Deadline,
  { sent }: Progress,
  attempts: number,
): FaceidError {
  if (error instanceof FaceidError) return error
  const ended = deadline.ended()
  const details: FaceidErrorDetails = {
    action,
    attempts,
    cause: error,
    retryable: ended === 'timeout' || (!ended && sent),
    outcome: sent && !failedBeforeSending(error) ? 'unknown' : 'not-sent',
  }
  if (ended === 'aborted') return abortedError(details)
  if (ended) return new TimeoutError('Client.Timeout', `${action}: no whole answer within ${timeout} ms`, details)
  if (sent) return new NetworkError('Client.NetworkError', `${action}: the connection failed`, details)
  return new SigningError('Client.SigningError', `${action}: the request could not be signed`, details)
}

/** The caller gave up; `details.cause` is its reason. */
export function abortedError(details: FaceidErrorDetails): AbortedError {
  return new AbortedError('Client.Aborted', `${details.action}: given up by the caller`, details)
}
