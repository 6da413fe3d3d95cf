// `pnpm start`: the endpoint in workerd, and the emulator beside it unless Tencent's secrets are in the environment.
import { join } from 'node:path'
import { developmentCredential } from '@tc3-edge/emulator'
import { startEmulator } from '@tc3-edge/emulator/node'
import { type SettingName, settingNames } from '../src/settings/setting-names.ts'
import { makeApiKey } from './api-key.ts'
import { banner } from './banner.ts'
import { startDevelopmentIssuer } from './development-issuer.ts'
import { portFrom } from './port.ts'
import { servePlayground } from './serve-playground.ts'
import { serveWorker } from './serve-worker.ts'

const port = portFrom('PORT')
const emulatorPort = portFrom('EMULATOR_PORT')
const playgroundPort = portFrom('PLAYGROUND_PORT')
const given: Partial<Record<SettingName, string>> = Object.fromEntries(
  settingNames.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
)

const real = given.TENCENTCLOUD_SECRET_ID !== undefined && given.TENCENTCLOUD_SECRET_KEY !== undefined
const emulator = real ? undefined : await startEmulator({ port: emulatorPort })

// Throw-away callers, where the environment names none. They end with this run.
const nobody = given.API_KEY_HASHES === undefined && given.AUTH_JWKS_URL === undefined
const access = nobody ? makeApiKey('development') : undefined
const issuer = nobody ? await startDevelopmentIssuer() : undefined

const worker = await serveWorker({
  port,
  settings: {
    ...(emulator && {
      TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
      TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
      FACEID_ENDPOINT: emulator.url,
    }),
    ...(access && { API_KEY_HASHES: access.entry }),
    ...issuer?.settings,
    ...given,
  },
  // The permits of a real account must outlive a restart.
  ...(real && { stateFolder: join(import.meta.dirname, '../.wrangler/state/gate') }),
  onLine: (line) => console.error(line),
})

const playground =
  emulator &&
  (await servePlayground({
    port: playgroundPort,
    endpoint: worker.url,
    emulator,
    apiKey: access?.key,
    issuer,
    settings: given,
  }))

console.log(
  banner({
    endpoint: worker.url,
    apiKey: access?.key,
    jwt: await issuer?.jwtFor('development-user', { exp: Math.floor(Date.now() / 1_000) + 24 * 3_600 }),
    upstream: emulator?.url ?? given.FACEID_ENDPOINT ?? 'https://faceid.tencentcloudapi.com',
    emulated: emulator && developmentCredential,
    playground: playground?.url,
  }),
)

let stopping = false
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  await playground?.close()
  await worker.stop()
  await Promise.all([emulator?.close(), issuer?.close()])
  process.exit(code)
}
process.once('SIGINT', () => stop(0))
process.once('SIGTERM', () => stop(0))
worker.ended.then((code) => stop(code ?? 1))
