import { Problem } from '../answers/problem.ts'
import type { Env } from '../env.ts'
import { locationHint } from './location-hint.ts'
import type { AskMessage, Decision, ReportMessage } from './messages.ts'

/** How long to wait before the object is asked once more, in milliseconds: at least, and how much longer by chance. */
const AGAIN_MS = { least: 20, spread: 50 }

/** How much longer than its patience a question may take, and how long a report, in milliseconds: the way, and storage. */
const GRACE_MS = 3_000

/** How many times a report is tried. A permit whose report is lost is free when its lease has ended. */
const REPORT_TRIES = 5

/** The gate's object, wherever it is, as this Worker sees it. Throws a `Problem` where it can't be had: the gate is closed. */
export class GateClient {
  private readonly env: Env
  private readonly region: string

  /** `region`: that of Tencent Cloud, next to which the object is to live. */
  constructor(env: Env, region: string) {
    this.env = env
    this.region = region
  }

  /**
   * Asks for a permit and waits for the decision. If the object is restarted meanwhile, it is asked once more, with the
   * patience that is left. `signal`: the caller has gone.
   */
  async ask(ask: AskMessage, signal: AbortSignal): Promise<Decision> {
    const patienceEnds = Date.now() + ask.patienceMs
    // Where that fails the object is gone, and its line with it.
    const cancel = () => void Promise.resolve(this.object().cancel(ask.id)).catch(() => undefined)
    signal.addEventListener('abort', cancel, { once: true })
    const decision = this.persistently<Decision>(
      async () => this.object().ask({ ...ask, patienceMs: Math.max(0, patienceEnds - Date.now()) }),
      () => Date.now() < patienceEnds,
    )
    try {
      return await within(ask.patienceMs + GRACE_MS, decision, cancel)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  /** Reports what became of a call. */
  async report(report: ReportMessage): Promise<{ readonly superseded: boolean }> {
    let left = REPORT_TRIES
    const taken = this.persistently<{ readonly superseded: boolean }>(
      async () => this.object().report(report),
      () => --left > 0,
    )
    return within(GRACE_MS, taken, () => (left = 0))
  }

  private async persistently<T>(call: () => Promise<T>, again: () => boolean): Promise<T> {
    for (;;) {
      try {
        return await call()
      } catch (error) {
        if (isOverloaded(error) || !again()) {
          throw unavailable(error)
        }
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS.least + Math.random() * AGAIN_MS.spread))
      }
    }
  }

  /** A fresh stub for each call: one that has seen its object restart stays broken. */
  private object() {
    return this.env.GATE.getByName('account', { locationHint: locationHint(this.region) })
  }
}

/** What the object answers, if it does so in time: where it can't be reached, the platform may leave a call without any end. */
async function within<T>(ms: number, answer: Promise<T>, giveUp: () => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp()
      reject(unavailable(new DOMException(`no answer within ${ms} ms`, 'TimeoutError')))
    }, ms)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}

function unavailable(cause: unknown): Problem {
  return new Problem('gate-unavailable', 'The gate could not be asked.', { retryAfter: 1, cause })
}

/** Asking an overloaded object again makes it worse. */
function isOverloaded(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'overloaded' in error && error.overloaded === true
}
