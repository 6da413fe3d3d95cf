import type { SignedHeaders, Signer } from '@tc3-edge/signer'
import type { AnyAnswer } from './call.ts'
import { type Deadline, startDeadline, TimeIsUp } from './deadline.ts'
import { type Unwrapped, unwrap } from './envelope.ts'
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
import { type Received, readResponse } from './read-body.ts'
import { redact } from './redact.ts'
import { failedBeforeSending, SIGNATURE_EXPIRE } from './retryable.ts'

/** One call, ready to be attempted as often as it takes. */
export interface PreparedCall extends CallSettings {
  readonly operation: Operation
  /** The parameters, serialised once. */
  readonly body: string
}

/** Makes one signed request and answers what stood in its envelope. `number` counts attempts from 1. */
export type Attempt = <Answer extends AnyAnswer>(call: PreparedCall, number: number) => Promise<Unwrapped<Answer>>

/** How far an attempt has come. */
interface Progress {
  /** What the request was signed with, from when it is sent. */
  sent?: SignedHeaders
  received?: Received
}

export function createAttempt({ endpoint: url, fetch }: Settings, signer: Signer): Attempt {
  return async (call, number) => {
    const deadline = startDeadline(call.timeout, call.signals)
    const progress: Progress = {}
    try {
      const hide = (text: string) => redact(text, call.operation.secrets, secretsIn(call, progress))
      return unwrap(call, await deadline.race(exchange(call, deadline, progress)), number, hide)
    } catch (error) {
      const failure = explained(error, call, deadline, progress, number)
      // For the next attempt and for all other calls, whether or not this one may be tried again. A time that the caller
      // chose says nothing about the clock.
      const { date, code } = failure
      if (code === SIGNATURE_EXPIRE && date !== undefined && call.timestamp === undefined)
        signer.setServerTime(date / 1000)
      throw failure
    } finally {
      deadline.release()
    }
  }

  async function exchange(call: PreparedCall, { signal }: Deadline, progress: Progress): Promise<Received> {
    const { body, timestamp } = call
    const headers = await signer.sign({ method: 'POST', url, headers: headersOf(call), body }, { timestamp })
    signal.throwIfAborted()
    progress.sent = headers
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

/** The secrets that were sent, by their values. */
function secretsIn({ operation, body }: PreparedCall, { sent }: Progress): string[] {
  const field = (name: string) => sent?.[name] ?? ''
  // It ends in the signature, of which there are 64 digits.
  const values = [field('authorization').slice(-64), field('x-tc-token')]
  // Parameters that are none, such as a function, leave no body.
  JSON.parse(body || '0', (name, value: unknown) => {
    if (operation.secrets.includes(name)) collectTexts(value, values)
    return value
  })
  return values
}

/** Adds all texts in a JSON value, however deep. */
function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value)
  else for (const part of Object.values(Object(value))) collectTexts(part, texts)
}

function explained(
  error: unknown,
  { operation: { action } }: PreparedCall,
  { signal }: Deadline,
  { sent }: Progress,
  attempts: number,
): FaceidError {
  if (error instanceof FaceidError) return error
  // Its own time, or that of the question for credentials which it shares with other calls.
  const timedOut = error instanceof TimeIsUp
  const details: FaceidErrorDetails = {
    action,
    attempts,
    cause: error,
    retryable: timedOut || (sent !== undefined && !signal.aborted),
    outcome: sent && !failedBeforeSending(error) ? 'unknown' : 'not-sent',
  }
  if (timedOut) return new TimeoutError('Client.Timeout', `${action}: ${error.message}`, details)
  if (signal.aborted) return abortedError(details)
  if (sent) return new NetworkError('Client.NetworkError', `${action}: the connection failed`, details)
  return new SigningError('Client.SigningError', `${action}: the request could not be signed`, details)
}

/** The caller gave up; `details.cause` is its reason. */
export function abortedError(details: FaceidErrorDetails): AbortedError {
  return new AbortedError('Client.Aborted', `${details.action}: given up by the caller`, details)
}
