import { randomUUID } from 'node:crypto'
import { ApiError } from './api-error.ts'
import type { Behavior, Call } from './behavior.ts'
import { claimsOf } from './faults/claims.ts'
import type { FaultQueue } from './faults/queue.ts'
import type { Delay, Fault, FaultRule } from './faults/rule.ts'
import { type Gateway, type Inspection, inspect } from './gateway/inspect.ts'
import type { RateLimit } from './gateway/rate-limit.ts'
import type { HttpRequest } from './http-request.ts'
import { errorText, type HttpResponse, httpResponse, successText } from './http-response.ts'
import { isObject, type JsonObject } from './json.ts'
import type { Language } from './messages.ts'
import type { Settings } from './options.ts'
import { redact } from './parameters/redact.ts'
import type { ReceivedRequest } from './recorder/received-request.ts'
import type { Recorder } from './recorder/recorder.ts'
import type { LimitOf } from './recorder/report.ts'
import { genericResponse } from './spec/generic-response.ts'
import type { Operation } from './spec/operation.ts'

/** What an emulator consists of. */
export interface EmulatorState {
  settings: Settings
  gateway: Gateway
  rateLimit: RateLimit
  limitOf: LimitOf
  faults: FaultQueue
  recorder: Recorder
  /** By service and action, such as `faceid.GetSdkVerificationResult`. */
  behaviors: Readonly<Record<string, Behavior>>
  /** The time itself, or that of the request before where it is later: counted times ascend. */
  inOrder: (time: number) => number
}

/** A response, or what is to happen to the connection instead. */
export type Reply = HttpResponse | 'hang' | 'reset'

/**
 * The way of one request: delayed, received, checked, counted, recorded, answered. Without delays it is one step, so
 * that requests are counted in the order in which they came.
 *
 * @param time when its last byte had come, by the clock of the settings.
 */
export function handleRequest(request: HttpRequest, time: number, state: EmulatorState): Reply | Promise<Reply> {
  const rule = state.faults.take(claimsOf(request, state.settings.credentials))
  if (!rule?.delayBefore && !rule?.delayAfter) return replyTo(request, time, rule, state)
  return delayed(request, time, rule, state)
}

async function delayed(request: HttpRequest, time: number, rule: FaultRule, state: EmulatorState): Promise<Reply> {
  const { delayBefore, delayAfter } = rule
  if (delayBefore) await wait(delayBefore, state.settings)
  const reply = replyTo(request, delayBefore ? state.settings.clock() : time, rule, state)
  if (delayAfter) await wait(delayAfter, state.settings)
  return reply
}

function replyTo(request: HttpRequest, stamp: number, rule: FaultRule | undefined, state: EmulatorState): Reply {
  const { fault } = rule ?? {}
  const time = state.inOrder(stamp)
  const now = state.settings.wallClock() + (fault?.kind === 'clock-skew' ? fault.seconds * 1000 : 0)
  const found = inspect(request, state.gateway, now)
  const unseen = comesBefore(fault)
  let answered = failed
  try {
    answered = unseen ? unprocessed : answerTo(found, fault, time, languageOf(request), state)
  } finally {
    record({ ...found, accepted: found.accepted && !unseen }, answered, time, fault, state)
  }
  if (fault?.kind === 'hang' || fault?.kind === 'reset') return fault.kind
  return httpResponse(answered.text, fault, now)
}

function record(
  found: Inspection,
  { outcome, requestId }: Answered,
  time: number,
  fault: Fault | undefined,
  { recorder, settings }: EmulatorState,
): void {
  const { account, operation, region, extra, accepted } = found
  const request: ReceivedRequest = {
    time,
    account,
    service: operation?.service ?? null,
    action: operation?.action ?? null,
    region,
    extra,
    parameters: operation ? redact(found.parameters, operation) : {},
    accepted,
    outcome,
    fault: fault?.kind ?? null,
    requestId,
  }
  recorder.record(request)
  settings.onRequest?.(request)
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
  const { account, operation, parameters } = found
  const refused = errorOf(found, fault, time, state)
  const result =
    refused ?? (account !== null && operation ? fieldsFor(operation, { account, parameters, time }, state) : {})
  if (!(result instanceof ApiError)) return { outcome: 'ok', requestId, text: successText(result, requestId) }
  return { outcome: result.code, requestId, text: errorText(result, language, requestId) }
}

/** English unless Chinese is asked for. */
function languageOf({ headers }: HttpRequest): Language {
  return headers['x-tc-language'] === 'zh-CN' ? 'zh-CN' : 'en-US'
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
    const expired = error?.code === 'AuthFailure.SignatureExpire'
    if (expired && state.settings.countExpired) admit(account, operation, time, state)
    return error
  }
  if (!admit(account, operation, time, state)) {
    return new ApiError('RequestLimitExceeded', String(state.limitOf(operation.service, operation.action)))
  }
  if (error) return error
  return fault?.kind === 'error' ? new ApiError(fault.code) : null
}

function admit(account: string, operation: Operation, time: number, { rateLimit, limitOf }: EmulatorState): boolean {
  const { service, action } = operation
  return rateLimit.admit(JSON.stringify([account, service, action]), limitOf(service, action), time)
}

function fieldsFor(operation: Operation, call: Call, { settings, behaviors }: EmulatorState): JsonObject | ApiError {
  const { service, action } = operation
  const behavior = behaviors[`${service}.${action}`]
  const response = behavior?.respond?.(call)
  if (response instanceof ApiError) return response
  const fields = { ...genericResponse(operation), ...response, ...answerOf(action, call.parameters, settings) }
  behavior?.responded?.(call, fields)
  return fields
}

function answerOf(action: string, parameters: JsonObject, { answers }: Settings): JsonObject {
  const answer = answers[action]
  if (typeof answer !== 'function') return answer ?? {}
  const fields: unknown = answer(parameters)
  if (isObject(fields) && !('then' in fields)) return fields
  throw new TypeError(`answers.${action} returned ${nameOf(fields)}; it should return an object of response fields.`)
}

function nameOf(value: unknown): string {
  if (value instanceof Promise) return 'a promise'
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : `a value of type ${typeof value}`
}

async function wait(delay: Delay, settings: Settings): Promise<void> {
  await settings.sleep(delay.ms + (delay.spread ?? 0) * settings.random())
}
