import { Problem } from '../responses/problem.ts'
import { discardBody } from './read-json.ts'

/**
 * How many bytes of large bodies this isolate holds at a time. A body takes five to ten times its size while it is parsed,
 * signed and sent, and an isolate has 128 MB; docs/operating.md has the measurements.
 */
const MAX_BYTES = 10 * 1024 * 1024

/** Bodies up to this size are always admitted: those of app users, and most of backends. */
const SMALL_BYTES = 16 * 1024

/** When a reservation expires, in milliseconds: the platform may end a request without disposing it. Longer than any request. */
const RESERVATION_MS = 60_000

interface Reservation {
  readonly bytes: number
  readonly endsAt: number
}

/** Bounds the bytes of large bodies that are held at a time. */
export class BodyBudget {
  private readonly reservations = new Set<Reservation>()

  /** Reserves room for the body of a request until the result is disposed. Throws a `Problem` if there is none. */
  async reserve(request: Request, limit: number): Promise<Disposable> {
    const bytes = maxSizeOf(request, limit)
    if (bytes <= SMALL_BYTES) return { [Symbol.dispose]: () => undefined }
    const now = Date.now()
    for (const reservation of this.reservations) if (reservation.endsAt <= now) this.reservations.delete(reservation)
    const held = [...this.reservations].reduce((sum, reservation) => sum + reservation.bytes, 0)
    if (held + bytes > MAX_BYTES) {
      await discardBody(request.body)
      throw noRoom()
    }
    const reservation = { bytes, endsAt: now + RESERVATION_MS }
    this.reservations.add(reservation)
    return { [Symbol.dispose]: () => void this.reservations.delete(reservation) }
  }
}

/** Returns how large a body can be: the size that it declares, at most the limit. */
function maxSizeOf(request: Request, limit: number): number {
  const declared = request.headers.get('Content-Length')
  return declared !== null && /^\d+$/.test(declared) ? Math.min(Number(declared), limit) : limit
}

function noRoom(): Problem {
  const retryAfter = 1 + Math.floor(3 * Math.random())
  const detail = `Too many large bodies at once. Retry in ${retryAfter} s.`
  return new Problem('capacity-exhausted', detail, { retryAfter, promised: false, log: { reason: 'bodies' } })
}
