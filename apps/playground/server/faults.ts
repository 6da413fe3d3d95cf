import type { FaultRule, Faults } from '@tc3-edge/emulator'
import { Hono } from 'hono'
import { type FaultId, type FaultState, simulatedFaults } from '../protocol/faults.ts'

const always = { share: 1 } as const

const rules: Readonly<Record<FaultId, FaultRule>> = {
  delay: { ...always, delayAfter: { ms: 500, spread: 500 } },
  throttle: { ...always, fault: { kind: 'error', code: 'RequestLimitExceeded' } },
  'internal-error': { ...always, fault: { kind: 'error', code: 'InternalError' } },
  signature: { ...always, fault: { kind: 'error', code: 'AuthFailure.SignatureFailure' } },
  html: { ...always, fault: { kind: 'html', status: 502 } },
  truncated: { ...always, fault: { kind: 'truncated-json' } },
  reset: { ...always, fault: { kind: 'reset', when: 'after' } },
  hang: { ...always, fault: { kind: 'hang' } },
}

/** `GET` returns the active fault, `PUT {"on": id | null}` activates one for every call, or none. */
export function faultRoutes(faults: Faults): Hono {
  const app = new Hono()
  let on: { readonly id: FaultId; readonly ruleId: number } | undefined
  const state = (): FaultState => {
    // Other code may add and remove rules too.
    const active = faults.active().find(({ id }) => id === on?.ruleId)
    return { on: active ? (on?.id ?? null) : null, applied: active?.applied ?? 0 }
  }
  app.get('/', (c) => c.json(state()))
  app.put('/', async (c) => {
    const wanted: unknown = Object(await c.req.json().catch(() => undefined)).on
    const chosen = simulatedFaults.find(({ id }) => id === wanted)
    if (wanted !== null && chosen === undefined) {
      return c.json({ error: `on should be null or one of ${Object.keys(rules).join(', ')}` }, 400)
    }
    faults.clear()
    on = chosen && { id: chosen.id, ruleId: faults.add(rules[chosen.id]) }
    return c.json(state())
  })
  return app
}
