// `pnpm start`: the endpoint in workerd, and the emulator beside it unless Tencent's secrets are in the environment.
import { join } from 'node:path'
import { developmentCredential } from '@tc3-edge/emulator'
import { startEmulator } from '@tc3-edge/emulator/node'
import { type SettingName, settingNames } from '../src/setting-names.ts'
import { banner } from './banner.ts'
import { developmentApiKey } from './development-access.ts'
import { portFrom } from './port.ts'
import { serveWorker } from './serve-worker.ts'

const port = portFrom('PORT')
const emulatorPort = portFrom('EMULATOR_PORT')
const given: Partial<Record<SettingName, string>> = Object.fromEntries(
  settingNames.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
)

const real = given.TENCENTCLOUD_SECRET_ID !== undefined && given.TENCENTCLOUD_SECRET_KEY !== undefined
const emulator = real ? undefined : await startEmulator({ port: emulatorPort })
const access = given.API_KEY_HASHES === undefined ? developmentApiKey() : undefined

const worker = await serveWorker({
  port,
  settings: {
    ...(emulator && {
      TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
      TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
      FACEID_ENDPOINT: emulator.url,
    }),
    ...(access && { API_KEY_HASHES: access.hashes }),
    ...given,
  },
  // The permits of a real account must outlive a restart.
  ...(real && { stateFolder: join(import.meta.dirname, '../.wrangler/state/gate') }),
  onLine: (line) => console.error(line),
})

console.log(
  banner({
    endpoint: worker.url,
    apiKey: access?.key,
    upstream: emulator?.url ?? given.FACEID_ENDPOINT ?? 'https://faceid.tencentcloudapi.com',
    emulated: emulator && developmentCredential,
  }),
)

let stopping = false
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  await worker.stop()
  await emulator?.close()
  process.exit(code)
}
process.once('SIGINT', () => stop(0))
process.once('SIGTERM', () => stop(0))
worker.ended.then((code) => stop(code ?? 1))
