import { Hono } from 'hono'
import { type Connection, inProcess } from './connection.ts'
import { CONTROL_PATH, createControl } from './control.ts'
import { type EmulatorState, handleRequest } from './handle-request.ts'

export interface AppEnv {
  Bindings: { connection?: Connection }
}

/** The HTTP face of the emulator, on web standards alone. */
export function createApp(state: EmulatorState): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.all('/', (c) => handleRequest(c.req.raw, c.env?.connection ?? inProcess, state))
  if (state.settings.control) app.route(CONTROL_PATH, createControl(state))
  app.notFound((c) => c.text(`The API is at /. Control routes are at ${CONTROL_PATH} if they are switched on.\n`, 404))
  // A broken connection is an error that belongs to the host; Hono would answer it with a page.
  app.onError((error) => {
    throw error
  })
  return app
}
