// `pnpm dev`: the Worker in wrangler with hot reload, beside the emulator and the playground. Settings come from .dev.vars
// and the environment; ports and the API key are the same each time.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { unstable_startWorker } from 'wrangler'
import { makeBindingKey } from './make-binding-key.ts'
import { makeApiKey } from './make-key.ts'
import type { ServeOptions } from './serve-worker.ts'
import { DEVELOPMENT_BACKEND, runServices } from './services.ts'

const app = join(import.meta.dirname, '..')

// The Worker does not read `request.cf`; fetching an example of it from Cloudflare delays each reload where that fails.
process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false'

/** Fixed, so that a request can be repeated after a restart. It opens nothing but an endpoint on loopback. */
const API_KEY = 'tc3e_development-only'

/** Fixed, so that a result can be read after a restart. Anybody knows it: set BINDING_KEYS where that matters. */
const BINDING_KEYS = `[${makeBindingKey('dev', Buffer.alloc(32, 'development-only'))}]`

/**
 * Serves the Worker with wrangler, which bundles it again after each change.
 *
 * Settings are passed as bindings: wrangler itself takes from .dev.vars only what `secrets.required` lists.
 */
async function serveWithWrangler({ port = 0, settings, stateFolder }: ServeOptions) {
  const worker = await unstable_startWorker({
    config: join(app, 'wrangler.jsonc'),
    bindings: Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, { type: 'secret_text', value }] as const),
    ),
    dev: {
      server: { hostname: '127.0.0.1', port },
      inspector: { hostname: '127.0.0.1', port: 9229 },
      persist: stateFolder ?? join(app, '.wrangler/state/dev'),
      watch: true,
      logLevel: 'warn',
    },
  })
  await worker.ready
  const { origin } = await worker.url
  // wrangler restarts workerd by itself.
  return { url: origin, ended: new Promise<never>(() => undefined), stop: () => worker.dispose() }
}

function devVars(): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync(join(app, '.dev.vars'), 'utf8'))
  } catch (error) {
    if (Object(error).code === 'ENOENT') return {}
    throw error
  }
}

await runServices({
  variables: { ...devVars(), ...process.env },
  serve: serveWithWrangler,
  apiKey: makeApiKey('development', DEVELOPMENT_BACKEND, API_KEY),
  bindingKeys: BINDING_KEYS,
})
