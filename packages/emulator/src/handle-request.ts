import { randomUUID } from 'node:crypto'
import { errorText, responseOf, successText } from './answer.ts'
import { ApiError } from './api-error.ts'
import type { Connection } from './connection.ts'
import type { FaultQueue } from './faults/queue.ts'
import type { Delay, Fault } from './faults/rule.ts'
import { type Gateway, type Inspection, inspect } from './gateway/inspect.ts'
import { POST_LIMIT_BYTES } from './gateway/transport.ts'
import type { Language } from './messages.ts'
import type { Settings } from './options.ts'
import type { RateLimit } from './rate-limit.ts'
import type { ReceivedRequest, Recorder } from './recorder.ts'
import { type HttpRequest, receive } from './request.ts'
import { genericAnswer } from './spec/generic-answer.ts'
import type { JsonObject } from './spec/json.ts'
import type { Operation } from './spec/operation.ts'

/** The state of an emulator that a request passes. */
export interface EmulatorState {
  settings: Settings
  gateway: Gateway
  rateLimit: RateLimit
  limitOf: (action: string) => number
  faults: FaultQueue
  recorder: Recorder
}

/** The way of one request: read, delayed, received, checked, counted, recorded, answered. */
export async function handleRequest(request: Request, connection: Connection, state: EmulatorState): Promise<Response> {
  const received = await receive(request, connection.target, POST_LIMIT_BYTES)
  const rule = state.faults.take()
  await wait(rule?.delayBefore, state.settings)
  const response = answer(received, rule?.fault, state)
  await wait(rule?.delayAfter, state.settings)
  if (rule?.fault?.kind === 'hang') return connection.hang()
  if (rule?.fault?.kind === 'reset') return connection.reset()
  return response
}

/** Nothing is awaited in here, so that requests are counted and recorded in the order of their times. */
function answer(received: HttpRequest, fault: Fault | undefined, state: EmulatorState): Response {
  const time = state.settings.clock()
  const now = state.settings.wallClock() + (fault?.kind === 'clock-skew' ? fault.seconds * 1000 : 0)
  const found = inspect(received, state.gateway, now)
  const unseen = comesBefore(fault)
  let answered = failed
  try {
    answered = unseen ? unprocessed : answerTo(found, fault, time, languageOf(received), state)
  } finally {
    const { account, operation, region, extra } = found
    const { outcome, requestId } = answered
    const action = operation?.action ?? null
    const accepted = found.accepted && !unseen
    const what = { account, action, region, extra, accepted, outcome, fault: fault?.kind ?? null, requestId }
    state.recorder.record({ time, ...what })
  }
  return responseOf(answered.text, fault, now)
}

interface Answered extends Pick<ReceivedRequest, 'outcome' | 'requestId'> {
  text: string
}

const unprocessed: Answered = { outcome: 'unprocessed', requestId: null, text: '' }

/** What remains where a function of the user's answers throws; the error itself is theirs to see. */
const failed: Answered = { outcome: 'failed', requestId: null, text: '' }

function answerTo(
  found: Inspection,
  fault: Fault | undefined,
  time: number,
  language: Language,
  state: EmulatorState,
): Answered {
  const requestId = randomUUID()
  const error = errorOf(found, fault, time, state)
  if (error) return { outcome: error.code, requestId, text: errorText(error, language, requestId) }
  const answer = found.operation ? fieldsOf(found.operation, found.parameters, state.settings) : {}
  return { outcome: 'ok', requestId, text: successText(answer, requestId) }
}

/** English unless Chinese is asked for. */
function languageOf({ headers }: HttpRequest): Language {
  return headers.get('x-tc-language') === 'zh-CN' ? 'zh-CN' : 'en-US'
}

/** Whether the fault keeps a request from being processed. */
function comesBefore(fault: Fault | undefined): boolean {
  if (fault?.kind === 'html') return true
  return (fault?.kind === 'hang' || fault?.kind === 'reset') && fault.when !== 'after'
}

/** The limit comes after what it is counted by, account and action, and before the parameters. */
function errorOf(found: Inspection, fault: Fault | undefined, time: number, state: EmulatorState): ApiError | null {
  const { account, operation, accepted, error } = found
  if (account === null || operation === null) return error
  if (!accepted) {
    if (isExpired(error) && state.settings.countExpired) admit(account, operation, time, state)
    return error
  }
  if (!admit(account, operation, time, state)) {
    return new ApiError('RequestLimitExceeded', String(state.limitOf(operation.action)))
  }
  if (error) return error
  return fault?.kind === 'error' ? new ApiError(fault.code) : null
}

function isExpired(error: ApiError | null): boolean {
  return error?.code === 'AuthFailure.SignatureExpire'
}

function admit(account: string, { action }: Operation, time: number, { rateLimit, limitOf }: EmulatorState): boolean {
  return rateLimit.admit(JSON.stringify([account, action]), limitOf(action), time)
}

function fieldsOf(operation: Operation, parameters: JsonObject, settings: Settings): JsonObject {
  const fixed = settings.answers[operation.action]
  return { ...genericAnswer(operation), ...(typeof fixed === 'function' ? fixed(parameters) : fixed) }
}

async function wait(delay: Delay | undefined, settings: Settings): Promise<void> {
  if (delay) await settings.sleep(delay.ms + (delay.spread ?? 0) * settings.random())
}
