import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { developmentCredential } from '@tc3-edge/emulator'
import { type RunningEmulator, startEmulator } from '@tc3-edge/emulator/node'
import { startPlayground } from '@tc3-edge/playground'
import { builtInPresets, parsePresets } from '../src/settings/presets.ts'
import { SettingReader, type SettingTexts } from '../src/settings/setting-reader.ts'
import { checkSettings, gateSettings, SettingsError } from '../src/settings/settings.ts'
import { eraseResponses, lockState } from './account-state.ts'
import { banner, exampleRequest, type Running } from './banner.ts'
import {
  choosePorts,
  type GivenSettings,
  hasAccount,
  hasAppUsersOnly,
  hasCallers,
  readSettings,
  StartupError,
  type Variables,
} from './environment.ts'
import { startDevelopmentIssuer } from './issuer.ts'
import { makeBindingKey } from './make-binding-key.ts'
import { makeApiKey } from './make-key.ts'
import { configuredVars, type RunningWorker, type ServeOptions } from './serve-worker.ts'
import { shutdownSignal } from './shutdown.ts'

/** The permits of a real account must outlive a restart. */
const STATE_FOLDER = join(import.meta.dirname, '../.wrangler/state/account')

const DAY_SECONDS = 24 * 3_600

/** Marks the requests of this file, whose log lines are not shown. Random, so that no other request can hide its line. */
const ownRequestId = randomUUID()

export interface ServicesOptions {
  /** Settings and ports. */
  readonly variables: Variables
  /** Serves the endpoint itself. */
  readonly serve: (options: ServeOptions) => Promise<Pick<RunningWorker, 'url' | 'ended' | 'stop'>>
  /** The key of the backend that exists in development. Default: a new one. */
  readonly apiKey?: ReturnType<typeof makeApiKey>
  /** BINDING_KEYS, unless the variables set it. Default: a new key. */
  readonly bindingKeys?: string
}

/** Serves until Ctrl-C, and leaves nothing behind. Ends the process. */
export async function runServices(options: ServicesOptions): Promise<never> {
  const shutdown = shutdownSignal()
  try {
    await using stack = new AsyncDisposableStack()
    const { running, ended } = await startServices(options, stack, shutdown)
    console.log(banner(running))
    const how = await Promise.race([ended, aborted(shutdown)])
    // A terminal sends Ctrl-C to workerd as well.
    if (how !== undefined && how !== 'SIGINT' && !shutdown.aborted) {
      throw new StartupError(`workerd, which serves the endpoint, ended by itself: ${how}. Its last output is above.`)
    }
  } catch (error) {
    if (!shutdown.aborted) {
      console.error(error instanceof StartupError ? error.message : error)
      process.exit(1)
    }
  }
  process.exit(0)
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined)
    else signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
}

interface Services {
  readonly running: Running
  /** Settles when the endpoint ends by itself, with how it ended. */
  readonly ended: Promise<string>
}

/** Starts the services that the variables select. Settles when all are ready; `stack` closes them. */
async function startServices(
  { variables, serve, apiKey, bindingKeys = `[${makeBindingKey()}]` }: ServicesOptions,
  stack: AsyncDisposableStack,
  shutdown: AbortSignal,
): Promise<Services> {
  const given = readSettings(variables)
  const ports = await choosePorts(variables)
  // `requireValid` reports invalid values below.
  const { quotaPerSecond } = gateSettings(new SettingReader(given))

  const emulator = hasAccount(given) ? undefined : await startEmulatorIn(stack, ports.EMULATOR_PORT, quotaPerSecond)
  const callers = await developmentCallers(given, stack, apiKey)
  shutdown.throwIfAborted()
  if (emulator === undefined) {
    stack.defer(lockState(STATE_FOLDER))
    stack.defer(() => eraseResponses(STATE_FOLDER))
  }
  const presetsText = given.PRESETS ?? (emulator && JSON.stringify(developmentPresets))
  const presetSettings = presetsText === undefined ? {} : { PRESETS: presetsText }
  const settings = {
    BINDING_KEYS: bindingKeys,
    ...(emulator && emulatorSettings(emulator)),
    ...callers.settings,
    ...given,
    ...presetSettings,
  }
  requireValid({ ...configuredVars(), ...settings })
  const worker = await serve({
    port: ports.PORT,
    settings,
    ...(emulator === undefined && { stateFolder: STATE_FOLDER }),
    onLine: (line) => line.includes(ownRequestId) || console.error(line),
    signal: shutdown,
  })
  stack.defer(worker.stop)
  await checkHealth(worker.url, shutdown)
  const jwt = await callers.jwtFor?.('development-user')
  if (jwt !== undefined) await warmUp(worker.url, jwt, shutdown)

  const presets = presetsText ? parsePresets(presetsText) : builtInPresets
  // None for a real account: every click would be billed.
  const playground =
    emulator &&
    (await startPlayground({
      port: ports.PLAYGROUND_PORT,
      endpoint: worker.url,
      presets,
      quotaPerSecond,
      emulator,
      access: callers,
    }))
  if (playground) stack.defer(playground.close)
  return {
    running: {
      endpoint: worker.url,
      apiKey: callers.apiKey,
      jwt,
      upstream: {
        url: emulator?.url ?? given.FACEID_ENDPOINT ?? 'https://faceid.tencentcloudapi.com',
        isEmulator: emulator !== undefined,
      },
      playground: playground?.url,
      example: exampleRequest(presets, hasAppUsersOnly(given) ? 'app-user' : 'backend'),
      credential: callers.apiKey ?? (hasAppUsersOnly(given) ? '$JWT' : '$YOUR_API_KEY'),
    },
    ended: worker.ended,
  }
}

async function startEmulatorIn(
  stack: AsyncDisposableStack,
  port: number,
  requestsPerSecond: number,
): Promise<RunningEmulator> {
  const emulator = await startEmulator({ port, requestsPerSecond })
  stack.defer(emulator.close)
  return emulator
}

function emulatorSettings({ url }: RunningEmulator): GivenSettings {
  const { secretId, secretKey } = developmentCredential
  return { TENCENTCLOUD_SECRET_ID: secretId, TENCENTCLOUD_SECRET_KEY: secretKey, FACEID_ENDPOINT: url }
}

/** Unlike the built-in preset, it lets app users choose their card, among those with the same checks. */
const developmentPresets = {
  default: {
    appUsers: {
      IdCardType: ['HK', 'ML', 'MLIDPassport'],
      SkipLaunchPage: true,
      SkipResultPage: true,
      HideProgressBar: true,
    },
  },
}

interface DevelopmentCallers {
  readonly settings: GivenSettings
  readonly apiKey: string | undefined
  /** A JWT for an app user of this name, valid for a day. */
  readonly jwtFor: ((subject: string) => Promise<string>) | undefined
}

/** The backend that exists in development may do everything. */
export const DEVELOPMENT_BACKEND = { scopes: ['issue', 'results', 'details'], tokensPerHour: 1_000_000 }

/** Callers that exist in development only; none if the settings name callers. */
async function developmentCallers(
  given: GivenSettings,
  stack: AsyncDisposableStack,
  { key, entry } = makeApiKey('development', DEVELOPMENT_BACKEND),
): Promise<DevelopmentCallers> {
  if (hasCallers(given)) return { settings: {}, apiKey: undefined, jwtFor: undefined }
  const issuer = await startDevelopmentIssuer()
  stack.defer(issuer.close)
  return {
    settings: { BACKENDS: entry, ...issuer.settings },
    apiKey: key,
    jwtFor: (subject) => issuer.jwtFor(subject, { exp: Math.floor(Date.now() / 1_000) + DAY_SECONDS }),
  }
}

/** Throws a `StartupError` that names everything wrong with the settings, in the endpoint's own words. */
function requireValid(settings: SettingTexts): void {
  const checked = checkSettings(settings)
  if (checked instanceof SettingsError) {
    throw new StartupError('These settings are invalid:', ...checked.issues.map((issue) => `  ${issue}`))
  }
  for (const warning of checked.warnings) console.warn(warning)
}

async function checkHealth(endpoint: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(`${endpoint}/healthz`, { headers: { 'X-Request-Id': ownRequestId }, signal })
  if (!response.ok) throw new StartupError(`GET /healthz returned ${response.status}: ${await response.text()}`)
}

/**
 * Has the endpoint fetch the issuer's keys now, so that the first app users don't wait for them.
 * Takes no token: the endpoint verifies the JWT before it rejects the empty body.
 */
export async function warmUp(endpoint: string, jwt: string, signal: AbortSignal): Promise<void> {
  const headers = { Authorization: `Bearer ${jwt}`, 'X-Request-Id': ownRequestId, 'Content-Type': 'text/plain' }
  const response = await fetch(`${endpoint}/v1/tokens`, { method: 'POST', headers, body: '', signal })
  await response.arrayBuffer()
}
