import type { OperationName } from '@tc3-edge/faceid'
import type { AcquireRequest, Completion, Decision } from '@tc3-edge/gate'
import { Problem } from '../responses/problem.ts'
import { locationHint, objectNameOf } from './lane.ts'
import type { GateRpc, GateStatus } from './messages.ts'

/** How long to wait before the object is called once more, in milliseconds: twice as long each time. */
const RETRY_MS = { first: 20, longest: 400 }

/** How much longer than its wait an acquire may take, and how long a completion, in milliseconds: the way, and storage. */
const GRACE_MS = 3_000

export interface GateAddress {
  readonly namespace: DurableObjectNamespace<GateRpc>
  /** The operation whose calls are limited. */
  readonly lane: OperationName
  /** Of Tencent Cloud, next to which the object is to be. */
  readonly region: string
}

/** The gate of a lane, wherever it is, as this Worker sees it. Throws a `Problem` if it can't be reached: the gate is closed. */
export class GateClient {
  private readonly address: GateAddress

  constructor(address: GateAddress) {
    this.address = address
  }

  /**
   * Asks for a permit and waits for the decision. If the object restarts meanwhile, it is asked again, with the wait that is
   * left. `signal`: the caller has gone; the decision is then a refusal that nobody reads.
   */
  async acquire(request: AcquireRequest, signal: AbortSignal): Promise<Decision> {
    if (signal.aborted) return nobodyReads(request)
    const waitEnds = Date.now() + request.maxWaitMs
    let stub = this.stub()
    // By the stub that the acquire went by, which keeps them in order.
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
      if (signal.aborted) return nobodyReads(request)
      throw unavailable(error)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  /** Reports what became of a call. A permit whose report is lost rests until the call's signature has expired. */
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

  /** Leaves the queue, and gives back a grant whose reply was lost: whoever gives up sends nothing. */
  private giveUp({ id, quotas, idempotent }: AcquireRequest): void {
    const stub = this.stub()
    fireAndForget(stub.cancel(id))
    fireAndForget(stub.complete({ id, quotas, idempotent, outcome: { kind: 'not-sent' } }))
  }

  /** A fresh one for each call: one that has seen its object restart stays broken. */
  private stub(): DurableObjectStub<GateRpc> {
    const { namespace, lane, region } = this.address
    return namespace.getByName(objectNameOf(lane), locationHint(region))
  }
}

async function retrying<T>(call: () => Promise<T>, again: (error: unknown) => boolean): Promise<T> {
  for (let pause = RETRY_MS.first; ; pause = Math.min(2 * pause, RETRY_MS.longest)) {
    try {
      return await call()
    } catch (error) {
      if (!again(error)) throw error
      const ms = pause * (1 + Math.random())
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
}

/** Where the object can't be reached, the platform may leave a call without any end. */
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

/** If this fails, the instance is gone, and its queue with it. */
function fireAndForget(call: PromiseLike<unknown>): void {
  Promise.resolve(call).catch(() => undefined)
}

function nobodyReads({ id }: AcquireRequest): Decision {
  return { kind: 'refused', id, reason: 'full', retryAfterS: 1, promised: false }
}

function unavailable(cause: unknown): Problem {
  // Jitter: those who were refused together should not come back together.
  const retryAfter = 1 + Math.floor(3 * Math.random())
  return new Problem('gate-unavailable', 'The gate could not be asked.', { retryAfter, cause })
}

/** Calling an overloaded object again makes it worse. */
function isOverloaded(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'overloaded' in error && error.overloaded === true
}
