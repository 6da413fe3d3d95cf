import { setTimeout as sleep } from 'node:timers/promises'
import type { BurstEvent, BurstPlan, BurstResponse } from '../protocol/burst.ts'
import type { Context } from './context.ts'
import { type Sender, sendersOf } from './senders.ts'

type Environment = Pick<Context, 'endpoint' | 'emulator' | 'access'>
type Emit = (event: BurstEvent) => void

const POLL_MS = 50

/** A request gives up after this many attempts, or at a Retry-After that is longer than this. */
const MAX_ATTEMPTS = 4
const MAX_RETRY_AFTER_S = 30

/** Returns the time on the clock of the emulator's recorder, which runs in this process. */
const now = () => performance.timeOrigin + performance.now()

/**
 * Sends a burst and streams its events, one JSON line each. It is sent from here because a browser opens only six
 * connections to a host.
 */
export function burst(plan: BurstPlan, environment: Environment, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: async (controller) => {
      const emit: Emit = (event) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
      }
      try {
        await run(plan, environment, signal, emit)
        if (!signal.aborted) controller.close()
      } catch (error) {
        if (!signal.aborted) controller.error(error)
      }
    },
  })
}

async function run(plan: BurstPlan, environment: Environment, signal: AbortSignal, emit: Emit): Promise<void> {
  const senders = await sendersOf(plan, environment.access)
  const startedAt = now()
  const arrivals = () =>
    environment.emulator
      .received()
      .map(({ time }) => time)
      .filter((time) => time >= startedAt)
  let emitted = 0
  const emitArrivals = () => {
    const times = arrivals().slice(emitted)
    emitted += times.length
    if (times.length > 0) emit({ kind: 'arrivals', times })
  }
  emit({ kind: 'started', time: startedAt, callers: senders.map(({ name }) => name) })
  const polling = setInterval(emitArrivals, POLL_MS)
  try {
    await Promise.all(senders.map((sender, index) => request({ sender, index, plan, environment, signal, emit })))
  } finally {
    clearInterval(polling)
  }
  emitArrivals()
  emit({ kind: 'done', mostInAnySecond: mostInAnySecond(arrivals()) })
}

interface Sending {
  readonly sender: Sender
  readonly index: number
  readonly plan: BurstPlan
  readonly environment: Environment
  readonly signal: AbortSignal
  readonly emit: Emit
}

/** Sends one request, and sends it again when Retry-After says so. */
async function request(sending: Sending): Promise<void> {
  const { index, signal, emit } = sending
  const idempotencyKey = `"${crypto.randomUUID()}"`
  for (let attempt = 1; ; attempt++) {
    emit({ kind: 'sent', index, time: now() })
    const response = await send(sending, idempotencyKey)
    const { returnsAt } = response
    if (returnsAt === undefined || attempt === MAX_ATTEMPTS) {
      const { returnsAt: _, promised: __, ...last } = response
      emit(last)
      return
    }
    emit(response)
    await sleep(returnsAt - now(), undefined, { signal })
  }
}

async function send({ sender, index, plan, environment, signal }: Sending, key: string): Promise<BurstResponse> {
  const response = await fetch(`${environment.endpoint}/v1/tokens`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${sender.credential}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    },
    body: JSON.stringify(plan.preset === '' ? {} : { preset: plan.preset }),
    signal,
  }).catch(() => undefined)
  const body: Record<string, unknown> = { ...Object(await response?.json().catch(() => undefined)) }
  const time = now()
  const { status = 0 } = response ?? {}
  const upstreamId = status === 201 ? body.requestId : body.upstreamRequestId
  const arrival = environment.emulator
    .received()
    .findLast(({ requestId }) => requestId !== null && requestId === upstreamId)
  const retryAfter = Number(response?.headers.get('Retry-After') ?? Number.NaN)
  // Retries refusals only, which come before any call. A call that failed is shown as such.
  const returns = !String(body.code).startsWith('upstream-') && retryAfter <= MAX_RETRY_AFTER_S
  return {
    kind: 'answered',
    index,
    time,
    status,
    ...(typeof body.code === 'string' && { code: body.code }),
    ...(arrival && { arrivedAt: arrival.time }),
    ...(returns && { returnsAt: time + retryAfter * 1_000, promised: body.promised === true }),
  }
}

/** Returns the most of these times (in milliseconds) that lie in any half-open second. */
export function mostInAnySecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  let first = 0
  return sorted.reduce((most, time, index) => {
    while (time - (sorted[first] ?? time) >= 1_000) first += 1
    return Math.max(most, index - first + 1)
  }, 0)
}
