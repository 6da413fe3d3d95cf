import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import { bundlePage } from './bundle-page.ts'
import type { Context } from './context.ts'

export interface PlaygroundOptions extends Context {
  /** Default 0: any free one. */
  readonly port?: number
}

export interface RunningPlayground {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Serves the playground on loopback. It gives working credentials to anybody who opens it, so it is for an endpoint that
 * calls the emulator, on a developer's machine.
 */
export async function startPlayground({ port = 0, ...context }: PlaygroundOptions): Promise<RunningPlayground> {
  const app = createApp(context, await bundlePage())
  const server = createAdaptorServer({ fetch: app.fetch })
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server.address() as AddressInfo))
  })
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}
