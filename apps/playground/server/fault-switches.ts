import type { Faults } from '@tc3-edge/emulator'
import { Hono } from 'hono'
import type { FaultState } from '../wire/fault.ts'
import { faultSwitches } from '../wire/fault-switches.ts'
import { faultOrders } from './fault-orders.ts'

/** `GET` says which switch is on, `PUT {"on": id | null}` turns one on for every request, or all off. */
export function createFaultSwitches(faults: Faults): Hono {
  const app = new Hono()
  let on: { readonly id: string; readonly orderId: number } | undefined
  const state = (): FaultState => {
    // Orders may also be given and called off elsewhere.
    const standing = faults.active().find(({ id }) => id === on?.orderId)
    return { on: standing ? (on?.id ?? null) : null, applied: standing?.applied ?? 0 }
  }
  app.get('/', (c) => c.json(state()))
  app.put('/', async (c) => {
    const wanted: unknown = Object(await c.req.json().catch(() => undefined)).on
    const chosen = faultSwitches.find(({ id }) => id === wanted)
    if (wanted !== null && chosen === undefined) return c.json({ error: 'There is no such switch.' }, 400)
    faults.clear()
    on = chosen && { id: chosen.id, orderId: faults.add(faultOrders[chosen.id]) }
    return c.json(state())
  })
  return app
}
