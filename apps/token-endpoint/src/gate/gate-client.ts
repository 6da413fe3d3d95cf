import { Problem } from '../responses/problem.ts'
import type { GateRpc } from './gate-rpc.ts'
import { locationHint } from './location-hint.ts'
import type { AskMessage, Decision, ReportMessage } from './messages.ts'

/** How long to wait before the object is called once more, in milliseconds: twice as long each time. */
const AGAIN_MS = { first: 20, longest: 400 }

/** How much longer than its patience a question may take, and how long a report, in milliseconds: the way, and storage. */
const GRACE_MS = 3_000

/** The gate's object, wherever it is, as this Worker sees it. Throws a `Problem` where it can't be had: the gate is closed. */
export class GateClient {
  private readonly namespace: DurableObjectNamespace<GateRpc>
  private readonly region: string

  /** `region`: that of Tencent Cloud, next to which the object is to live. */
  constructor(namespace: DurableObjectNamespace<GateRpc>, region: string) {
    this.namespace = namespace
    this.region = region
  }

  /**
   * Asks for a permit and waits for the decision. If the object is restarted meanwhile, it is asked once more, with the
   * patience that is left. `signal`: the caller has gone, and is answered with a refusal that nobody reads.
   */
  async ask(ask: AskMessage, signal: AbortSignal): Promise<Decision> {
    if (signal.aborted) return nobodyReads(ask)
    const patienceEnds = Date.now() + ask.patienceMs
    let stub = this.stub()
    // By the stub that the question went by, which keeps them in order.
    const cancel = () => ignored(stub.cancel(ask.id))
    signal.addEventListener('abort', cancel, { once: true })
    const decision = persistently<Decision>(
      async () => {
        stub = this.stub()
        return stub.ask({ ...ask, patienceMs: Math.max(0, patienceEnds - Date.now()) })
      },
      (error) => Date.now() < patienceEnds && !signal.aborted && !isOverloaded(error),
    )
    try {
      return await within(ask.patienceMs + GRACE_MS, decision)
    } catch (error) {
      if (!isOverloaded(error)) this.giveUp(ask)
      if (signal.aborted) return nobodyReads(ask)
      throw unavailable(error)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  /** Reports what became of a call. A permit whose report is lost is free a second after its lease has ended. */
  async report(report: ReportMessage): Promise<{ readonly superseded: boolean }> {
    let late = false
    let lastError: unknown
    const taken = persistently<{ readonly superseded: boolean }>(
      async () => this.stub().report(report),
      (error) => {
        lastError = error
        return !late
      },
    )
    try {
      return await within(GRACE_MS, taken)
    } catch (error) {
      late = true
      throw unavailable(lastError ?? error)
    }
  }

  /** Leaves the line, and gives back a grant whose answer was lost: who gives up sends nothing. */
  private giveUp({ id, caller, keyed, tokensPerHour }: AskMessage): void {
    const stub = this.stub()
    ignored(stub.cancel(id))
    ignored(stub.report({ id, caller, keyed, counted: tokensPerHour !== undefined, outcome: { kind: 'not-sent' } }))
  }

  /** A fresh one for each call: one that has seen its object restart stays broken. */
  private stub(): DurableObjectStub<GateRpc> {
    return this.namespace.getByName('account', locationHint(this.region))
  }
}

async function persistently<T>(call: () => Promise<T>, again: (error: unknown) => boolean): Promise<T> {
  for (let pause = AGAIN_MS.first; ; pause = Math.min(2 * pause, AGAIN_MS.longest)) {
    try {
      return await call()
    } catch (error) {
      if (!again(error)) throw error
      const ms = pause * (1 + Math.random())
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
}

/** What the object answers, if it does so in time: where it can't be reached, the platform may leave a call without any end. */
async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException(`no answer within ${ms} ms`, 'TimeoutError')), ms)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

/** For what the object need not hear: where a call fails it is gone, and its line with it. */
function ignored(call: PromiseLike<unknown>): void {
  Promise.resolve(call).catch(() => undefined)
}

function nobodyReads({ id }: AskMessage): Decision {
  return { kind: 'refused', id, reason: 'full', retryAfterMs: 0 }
}

function unavailable(cause: unknown): Problem {
  // Spread, so that those who were told together do not come back as one.
  const retryAfter = 1 + Math.floor(3 * Math.random())
  return new Problem('gate-unavailable', 'The gate could not be asked.', { retryAfter, cause })
}

/** Asking an overloaded object again makes it worse. */
function isOverloaded(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'overloaded' in error && error.overloaded === true
}
