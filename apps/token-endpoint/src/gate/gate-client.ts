import type { OperationName } from '@tc3-edge/faceid'
import type { AcquireRequest, Completion, Decision } from '@tc3-edge/gate'
import { Problem } from '../responses/problem.ts'
import { locationHint, objectNameOf } from './lane.ts'
import type { GateRpc, GateStatus } from './messages.ts'

/** The backoff between calls of the object, in milliseconds: doubles each time. */
const RETRY_MS = { first: 20, max: 400 }

/** What the way and storage may take, in milliseconds: of an acquire on top of its wait, of another call in all. */
const GRACE_MS = 3_000

export interface GateAddress {
  readonly namespace: DurableObjectNamespace<GateRpc>
  /** The operation whose calls are limited. */
  readonly lane: OperationName
  /** The region of Tencent Cloud that the object should be near. */
  readonly region: string
}

/** Calls the gate's object of a lane. Fails closed: throws a `Problem` if the object can't be reached. */
export class GateClient {
  private readonly address: GateAddress

  constructor(address: GateAddress) {
    this.address = address
  }

  /**
   * Requests a permit and waits for the decision. If the object restarts meanwhile, requests it again, with the wait that is
   * left. `signal`: the caller has gone; the decision is a refusal then.
   */
  async acquire(request: AcquireRequest, signal: AbortSignal): Promise<Decision> {
    if (signal.aborted) return callerGone(request)
    const waitEnds = Date.now() + request.maxWaitMs
    let stub = this.stub()
    // Through the stub of the acquire, which keeps the two in order.
    const cancel = () => fireAndForget(stub.cancel(request.id))
    signal.addEventListener('abort', cancel, { once: true })
    const decision = retrying<Decision>(
      async () => {
        stub = this.stub()
        return stub.acquire({ ...request, maxWaitMs: Math.max(0, waitEnds - Date.now()) })
      },
      (error) => Date.now() < waitEnds && !signal.aborted && !isOverloaded(error),
    )
    try {
      return await withTimeout(request.maxWaitMs + GRACE_MS, decision)
    } catch (error) {
      if (!isOverloaded(error)) this.giveUp(request)
      if (signal.aborted) return callerGone(request)
      throw unavailable(error)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  /** Reports the end of a call. A permit whose report is lost rests until the call's signature has expired. */
  async complete(completion: Completion): Promise<{ readonly fenced: boolean }> {
    let late = false
    let lastError: unknown
    const completed = retrying<{ readonly fenced: boolean }>(
      async () => this.stub().complete(completion),
      (error) => {
        lastError = error
        return !late
      },
    )
    try {
      return await withTimeout(GRACE_MS, completed)
    } catch (error) {
      late = true
      throw unavailable(lastError ?? error)
    }
  }

  async status(): Promise<GateStatus> {
    try {
      return await withTimeout(GRACE_MS, (async () => this.stub().status())())
    } catch (error) {
      throw unavailable(error)
    }
  }

  /** Leaves the queue, and releases a grant whose reply was lost: it is not used. */
  private giveUp({ id, quotas, idempotent }: AcquireRequest): void {
    const stub = this.stub()
    fireAndForget(stub.cancel(id))
    fireAndForget(stub.complete({ id, quotas, idempotent, outcome: { kind: 'not-sent' } }))
  }

  /** Creates a new stub for each call: one whose object has restarted stays broken. */
  private stub(): DurableObjectStub<GateRpc> {
    const { namespace, lane, region } = this.address
    return namespace.getByName(objectNameOf(lane), locationHint(region))
  }
}

async function retrying<T>(call: () => Promise<T>, isRetryable: (error: unknown) => boolean): Promise<T> {
  for (let pause = RETRY_MS.first; ; pause = Math.min(2 * pause, RETRY_MS.max)) {
    try {
      return await call()
    } catch (error) {
      if (!isRetryable(error)) throw error
      const ms = pause * (1 + Math.random())
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
}

/** The platform may never settle the call of an object that can't be reached. */
async function withTimeout<T>(ms: number, reply: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`no reply within ${ms} ms`, 'TimeoutError')), ms)
  })
  try {
    return await Promise.race([reply, timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** Fire and forget: if this call fails, the instance and its queue are gone. */
function fireAndForget(call: PromiseLike<unknown>): void {
  Promise.resolve(call).catch(() => undefined)
}

function callerGone({ id }: AcquireRequest): Decision {
  return { kind: 'refused', id, reason: 'full', retryAfterS: 1, promised: false }
}

function unavailable(cause: unknown): Problem {
  // Jitter: those who were refused together should not come back together.
  const retryAfter = 1 + Math.floor(3 * Math.random())
  return new Problem('gate-unavailable', 'The gate could not be reached.', { retryAfter, cause })
}

/** Calling an overloaded object again makes it worse. */
function isOverloaded(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'overloaded' in error && error.overloaded === true
}
