import type { BurstEvent, BurstOrder } from '../wire/burst.ts'
import { type Sender, sendersOf } from './senders.ts'
import { mostInAnySecond } from './sliding-second.ts'
import type { Surroundings } from './surroundings.ts'

type Places = Pick<Surroundings, 'endpoint' | 'emulator' | 'access'>
type Emit = (event: BurstEvent) => void

const LOOK_EVERY_MS = 50

/** As the emulator's witness tells the time, which runs in this process. */
const now = () => performance.timeOrigin + performance.now()

/**
 * Sends a burst from here, because a browser opens six connections to a host and keeps the rest back, and tells line by
 * line how it goes.
 */
export function burst(order: BurstOrder, places: Places, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start: async (controller) => {
      const emit: Emit = (event) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`))
      }
      try {
        await run(order, places, signal, emit)
        if (!signal.aborted) controller.close()
      } catch (error) {
        if (!signal.aborted) controller.error(error)
      }
    },
  })
}

async function run(order: BurstOrder, places: Places, signal: AbortSignal, emit: Emit): Promise<void> {
  const senders = await sendersOf(order, places.access)
  const startedAt = now()
  const seen = () => places.emulator.received().filter(({ time }) => time >= startedAt)
  let told = 0
  const tellArrivals = () => {
    const times = seen().map(({ time }) => time)
    if (times.length > told) emit({ kind: 'arrivals', times: times.slice(told) })
    told = times.length
  }
  const looking = setInterval(tellArrivals, LOOK_EVERY_MS)
  try {
    await Promise.all(senders.map((sender, index) => send({ sender, index, order, places, signal, emit })))
  } finally {
    clearInterval(looking)
  }
  tellArrivals()
  emit({ kind: 'done', mostInAnySecond: mostInAnySecond(seen().map(({ time }) => time)) })
}

interface Sending {
  readonly sender: Sender
  readonly index: number
  readonly order: BurstOrder
  readonly places: Places
  readonly signal: AbortSignal
  readonly emit: Emit
}

async function send({ sender, index, order, places, signal, emit }: Sending): Promise<void> {
  emit({ kind: 'sent', index, caller: sender.name, time: now() })
  const response = await fetch(`${places.endpoint}/v1/tokens`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${sender.credential}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(order.preset === '' ? {} : { preset: order.preset }),
    signal,
  }).catch(() => undefined)
  const answer: Record<string, unknown> = { ...Object(await response?.json().catch(() => undefined)) }
  const time = now()
  const { status = 0 } = response ?? {}
  const upstreamId = status === 201 ? answer.requestId : answer.upstreamRequestId
  const arrival = places.emulator.received().findLast(({ requestId }) => requestId !== null && requestId === upstreamId)
  emit({
    kind: 'answered',
    index,
    time,
    status,
    ...(typeof answer.code === 'string' && { code: answer.code }),
    ...(arrival && { arrivedAt: arrival.time }),
  })
}
