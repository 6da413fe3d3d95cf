import { developmentCredential } from '@tc3-edge/emulator'
import { type RunningEmulator, type ServerOptions, startEmulator } from '@tc3-edge/emulator/node'
import { expect } from 'vitest'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { makeApiKey } from '../dev/make-key.ts'
import { type RunningWorker, serveWorker } from '../dev/serve-worker.ts'
import type { SettingName } from '../src/settings/definitions.ts'

/** Crashes at the end of a test that says `await using`, however that goes. */
export interface RunningEndpoint extends AsyncDisposable {
  readonly worker: RunningWorker
  readonly emulator: RunningEmulator
  readonly apiKey: string
  /** Every line that workerd has printed. */
  readonly lines: readonly string[]
  /** `POST /v1/tokens` with the API key, unless told otherwise. */
  readonly post: (body: unknown, init?: RequestInit) => Promise<Response>
  /** Takes all permits, so many as the quota says, with calls that are never answered. For endpoints where nobody waits. */
  readonly holdAllPermits: (quota: number) => Promise<void>
  readonly stop: () => Promise<void>
  /** Ends workerd whatever is under way. */
  readonly crash: () => Promise<void>
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
  { access = makeApiKey('test', { tokensPerHour: 1_000_000 }), emulatorOptions = {}, ...given }: EndpointOptions = {},
): Promise<RunningEndpoint> {
  const emulator = given.emulator ?? (await startEmulator(emulatorOptions))
  const { key: apiKey, entry } = access
  const lines: string[] = []
  const worker = await serveWorker({
    settings: {
      TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
      TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
      FACEID_ENDPOINT: emulator.url,
      BACKENDS: entry,
      BINDING_KEYS: `[${makeBindingKey()}]`,
      ...settings,
    },
    onLine: (line) => lines.push(line),
    ...(given.stateFolder === undefined ? {} : { stateFolder: given.stateFolder }),
  })
  const post: RunningEndpoint['post'] = (body, { headers, ...init } = {}) =>
    fetch(`${worker.url}/v1/tokens`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json', ...Object(headers) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
    })
  const close = async () => {
    if (given.emulator === undefined) await emulator.close()
  }
  const crash = () => worker.crash().then(close)
  return {
    worker,
    emulator,
    apiKey,
    lines,
    post,
    holdAllPermits: async (quota) => {
      emulator.faults.add({ share: 1, fault: { kind: 'hang' } })
      const before = emulator.received().length
      // Some may be taken from before. Who finds none is refused at once.
      const taken = () => {
        post({}).catch(() => undefined)
        return emulator.received().length - before
      }
      await expect.poll(taken, { interval: 20 }).toBe(quota)
      emulator.faults.clear()
    },
    stop: () => worker.stop().then(close),
    crash,
    [Symbol.asyncDispose]: crash,
  }
}

/** The log line of a request. */
export async function logLineOf(
  response: Response,
  { lines }: Pick<RunningEndpoint, 'lines'>,
): Promise<Readonly<Record<string, unknown>>> {
  const id = response.headers.get('X-Request-Id') ?? ''
  const find = () => lines.find((line) => line.includes(id))
  await expect.poll(find).toBeDefined()
  return JSON.parse(find() ?? '')
}
