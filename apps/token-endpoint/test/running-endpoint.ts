import { developmentCredential } from '@tc3-edge/emulator'
import { type RunningEmulator, type ServerOptions, startEmulator } from '@tc3-edge/emulator/node'
import { makeApiKey } from '../local/api-key.ts'
import { type RunningWorker, serveWorker } from '../local/serve-worker.ts'
import type { SettingName } from '../src/settings/setting-names.ts'

export interface RunningEndpoint {
  readonly worker: RunningWorker
  readonly emulator: RunningEmulator
  readonly apiKey: string
  /** Every line that workerd has printed. */
  readonly lines: readonly string[]
  /** `POST /v1/tokens` with the API key, unless told otherwise. */
  readonly post: (body: unknown, init?: RequestInit) => Promise<Response>
  readonly stop: () => Promise<void>
}

interface EndpointOptions {
  readonly access?: { readonly key: string; readonly entry: string }
  readonly emulatorOptions?: ServerOptions
  /** One that runs already. */
  readonly emulator?: RunningEmulator
  readonly stateFolder?: string
}

/** The endpoint in workerd with an emulator behind it, both on sockets of their own. */
export async function startEndpoint(
  settings: Partial<Record<SettingName, string>> = {},
  { access = makeApiKey('test'), emulatorOptions = {}, ...given }: EndpointOptions = {},
): Promise<RunningEndpoint> {
  const emulator = given.emulator ?? (await startEmulator(emulatorOptions))
  const { key: apiKey, entry } = access
  const lines: string[] = []
  const worker = await serveWorker({
    settings: {
      TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
      TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
      FACEID_ENDPOINT: emulator.url,
      API_KEY_HASHES: entry,
      ...settings,
    },
    onLine: (line) => lines.push(line),
    ...(given.stateFolder === undefined ? {} : { stateFolder: given.stateFolder }),
  })
  return {
    worker,
    emulator,
    apiKey,
    lines,
    post: (body, { headers, ...init } = {}) =>
      fetch(`${worker.url}/v1/tokens`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json', ...Object(headers) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
      }),
    stop: async () => {
      await worker.stop()
      await emulator.close()
    },
  }
}
