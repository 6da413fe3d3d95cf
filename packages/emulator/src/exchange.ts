import { randomUUID } from 'node:crypto'
import { errorText, responseOf, successText } from './answer.ts'
import type { Connection } from './connection.ts'
import type { Delay, Fault } from './faults/order.ts'
import type { FaultLine } from './faults/orders.ts'
import { type Gateway, type Inspection, inspect } from './gateway/inspect.ts'
import { POST_LIMIT_BYTES } from './gateway/transport.ts'
import type { Language } from './messages.ts'
import type { Settings } from './options.ts'
import type { RateLimit } from './rate-limit.ts'
import { Refusal } from './refusal.ts'
import { type ReceivedRequest, receive } from './request.ts'
import { genericAnswer } from './spec/generic-answer.ts'
import type { JsonObject } from './spec/json.ts'
import type { Operation } from './spec/operation.ts'
import type { Arrival, Witness } from './witness.ts'

/** The parts of an emulator that a request passes. */
export interface Parts {
  settings: Settings
  gateway: Gateway
  rateLimit: RateLimit
  limitOf: (action: string) => number
  faults: FaultLine
  witness: Witness
}

/** The way of one request: received, delayed, arrived, checked, counted, recorded, answered. */
export async function exchange(request: Request, connection: Connection, parts: Parts): Promise<Response> {
  const received = await receive(request, connection.target, POST_LIMIT_BYTES)
  const order = parts.faults.take()
  await wait(order?.delayBefore, parts.settings)
  const response = arrive(received, order?.fault, parts)
  await wait(order?.delayAfter, parts.settings)
  if (order?.fault?.kind === 'hang') return connection.hang()
  if (order?.fault?.kind === 'reset') return connection.reset()
  return response
}

/** Nothing is awaited in here, so that arrivals are counted and recorded in the order of their times. */
function arrive(received: ReceivedRequest, fault: Fault | undefined, parts: Parts): Response {
  const time = parts.settings.clock()
  const now = parts.settings.wallClock() + (fault?.kind === 'clock-skew' ? fault.seconds * 1000 : 0)
  const found = inspect(received, parts.gateway, now)
  let processed = failed
  try {
    processed = comesBefore(fault) ? unprocessed : process(found, fault, time, languageOf(received), parts)
  } finally {
    const { account, operation, region, extra } = found
    const { outcome, requestId } = processed
    const what = { account, action: operation?.action ?? null, region, extra, fault: fault?.kind ?? null }
    parts.witness.record({ time, ...what, outcome, requestId })
  }
  return responseOf(processed.text, fault, now)
}

interface Processed extends Pick<Arrival, 'outcome' | 'requestId'> {
  text: string
}

const unprocessed: Processed = { outcome: 'unprocessed', requestId: null, text: '' }

/** What remains where a function of the user's answers throws; the error itself is theirs to see. */
const failed: Processed = { outcome: 'failed', requestId: null, text: '' }

function process(
  found: Inspection,
  fault: Fault | undefined,
  time: number,
  language: Language,
  parts: Parts,
): Processed {
  const requestId = randomUUID()
  const refusal = refusalOf(found, fault, time, parts)
  if (refusal) return { outcome: refusal.code, requestId, text: errorText(refusal, language, requestId) }
  const answer = found.operation ? answerOf(found.operation, found.parameters, parts.settings) : {}
  return { outcome: 'ok', requestId, text: successText(answer, requestId) }
}

/** English unless Chinese is asked for. */
function languageOf({ headers }: ReceivedRequest): Language {
  return headers.get('x-tc-language') === 'zh-CN' ? 'zh-CN' : 'en-US'
}

/** Whether the fault keeps a request from being processed. */
function comesBefore(fault: Fault | undefined): boolean {
  if (fault?.kind === 'html') return true
  return (fault?.kind === 'hang' || fault?.kind === 'reset') && fault.when !== 'after'
}

/** The limit stands after what it is counted by, account and action, and before the parameters. */
function refusalOf(found: Inspection, fault: Fault | undefined, time: number, parts: Parts): Refusal | null {
  const { account, operation, refusal } = found
  if (account === null || operation === null) return refusal
  const limit = parts.limitOf(operation.action)
  if (!parts.rateLimit.admit(JSON.stringify([account, operation.action]), limit, time)) {
    return new Refusal('RequestLimitExceeded', String(limit))
  }
  if (refusal) return refusal
  return fault?.kind === 'error' ? new Refusal(fault.code) : null
}

function answerOf(operation: Operation, parameters: JsonObject, settings: Settings): JsonObject {
  const fixed = settings.answers[operation.action]
  return { ...genericAnswer(operation), ...(typeof fixed === 'function' ? fixed(parameters) : fixed) }
}

async function wait(delay: Delay | undefined, settings: Settings): Promise<void> {
  if (delay) await settings.sleep(delay.ms + (delay.spread ?? 0) * settings.random())
}
