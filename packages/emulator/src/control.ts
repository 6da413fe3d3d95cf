import { Hono } from 'hono'
import type { Parts } from './exchange.ts'
import { parseOrder } from './faults/parse-order.ts'
import { reportOf } from './report.ts'

export const CONTROL_PATH = '/__emulator'

/** Reads and clears what the witness holds, and takes orders for faults. */
export function createControl({ settings, faults, witness, limitOf }: Parts): Hono {
  const control = new Hono()
  control.get('/arrivals', (c) => c.json({ dropped: witness.dropped(), arrivals: witness.arrivals() }))
  control.delete('/arrivals', (c) => {
    witness.clear()
    return c.body(null, 204)
  })
  control.get('/report', (c) => c.json(reportOf(witness.arrivals(), witness.dropped(), limitOf, settings.window)))
  control.get('/faults', (c) => c.json({ faults: faults.standing() }))
  control.post('/faults', async (c) => {
    // A page in a browser can't send this type without being asked first, so it can't order faults.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      return c.json({ error: 'Send the order with Content-Type: application/json.' }, 415)
    }
    try {
      return c.json({ id: faults.order(parseOrder(jsonOf(await c.req.text()))) }, 201)
    } catch (error) {
      if (error instanceof TypeError) return c.json({ error: error.message }, 400)
      throw error
    }
  })
  control.delete('/faults', (c) => {
    faults.clear()
    return c.body(null, 204)
  })
  return control
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new TypeError('The order is not JSON.')
  }
}
