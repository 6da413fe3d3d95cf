import { Hono } from 'hono'
import { parseRule } from './faults/parse-rule.ts'
import type { EmulatorState } from './handle-request.ts'
import { reportOf } from './report.ts'

export const CONTROL_PATH = '/__emulator'

/** Reads and clears what the recorder holds, and takes fault rules. */
export function createControl({ settings, faults, recorder, limitOf }: EmulatorState): Hono {
  const control = new Hono()
  control.get('/requests', (c) => c.json({ dropped: recorder.dropped(), requests: recorder.received() }))
  control.delete('/requests', (c) => {
    recorder.clear()
    return c.body(null, 204)
  })
  control.get('/report', (c) => c.json(reportOf(recorder.received(), recorder.dropped(), limitOf, settings.window)))
  control.get('/faults', (c) => c.json({ faults: faults.active() }))
  control.post('/faults', async (c) => {
    // A page in a browser can't send this type without being asked first, so it can't add one.
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      return c.json({ error: 'Send the rule with Content-Type: application/json.' }, 415)
    }
    try {
      return c.json({ id: faults.add(parseRule(jsonOf(await c.req.text()))) }, 201)
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
    throw new TypeError('The rule is not JSON.')
  }
}
