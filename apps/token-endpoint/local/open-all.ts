import { join } from 'node:path'
import { type PlaygroundOptions, startPlayground } from '@tc3-edge/playground'
import { builtInPresets, parsePresets } from '../src/settings/presets.ts'
import { SettingReader } from '../src/settings/setting-reader.ts'
import { gateSettings } from '../src/settings/settings.ts'
import { checkHealth, OWN_REQUEST_ID, warmUp } from './ask-endpoint.ts'
import type { Running } from './banner.ts'
import { firstRequest } from './first-request.ts'
import { givenSettings, hasSecrets, isForUsersAlone } from './given-settings.ts'
import type { Opened } from './opened.ts'
import { portsFrom } from './port.ts'
import { openCallers, type RunCallers } from './run-callers.ts'
import { serveWorker } from './serve-worker.ts'
import { lockState } from './state-lock.ts'
import { openUpstream, type Upstream } from './upstream.ts'

/** The permits of a real account must outlive a restart. */
const STATE_FOLDER = join(import.meta.dirname, '../.wrangler/state/gate')

interface OpenedAll {
  readonly running: Running
  /** Settles when the endpoint ends by itself, with its exit code. */
  readonly ended: Promise<number | null>
}

/** Opens everything that the environment asks for, until it is told to stop. Settles when all of it is ready. */
export async function openAll(opened: Opened, stop: AbortSignal): Promise<OpenedAll> {
  const given = givenSettings()
  const ports = await portsFrom(hasSecrets(given) ? ['PORT'] : ['PORT', 'EMULATOR_PORT', 'PLAYGROUND_PORT'])
  // One that can't be used is the endpoint's to refuse.
  const { quotaPerSecond } = gateSettings(new SettingReader(given))

  const emulating = { port: ports.get('EMULATOR_PORT') ?? 0, requestsPerSecond: quotaPerSecond }
  const upstream = await openUpstream(given, emulating, opened)
  const callers = await openCallers(given, opened)
  stop.throwIfAborted()
  if (hasSecrets(given)) opened.add(lockState(STATE_FOLDER))
  const worker = await serveWorker({
    port: ports.get('PORT') ?? 0,
    settings: { ...upstream.settings, ...callers.settings, ...given },
    ...(hasSecrets(given) && { stateFolder: STATE_FOLDER }),
    onLine: tell,
    signal: stop,
  })
  opened.add(worker.stop)
  await checkHealth(worker.url, stop)
  const jwt = await callers.jwtFor?.('development-user')
  if (jwt !== undefined) await warmUp(worker.url, jwt, stop)

  const presets = given.PRESETS ? parsePresets(given.PRESETS) : builtInPresets
  const page = { port: ports.get('PLAYGROUND_PORT') ?? 0, endpoint: worker.url, presets, quotaPerSecond }
  const playground = await openPlayground(page, upstream, callers, opened)
  const first = firstRequest(presets, isForUsersAlone(given) ? 'app-user' : 'backend')
  const credential = callers.apiKey ?? (isForUsersAlone(given) ? '$JWT' : '$YOUR_API_KEY')
  return {
    running: { endpoint: worker.url, apiKey: callers.apiKey, jwt, upstream, playground, first, credential },
    ended: worker.ended,
  }
}

function tell(line: string): void {
  if (!line.includes(OWN_REQUEST_ID)) console.error(line)
}

/** The page to try the endpoint with, next to it and never from it. With a real account every press would be paid for. */
async function openPlayground(
  page: Pick<PlaygroundOptions, 'port' | 'endpoint' | 'presets' | 'quotaPerSecond'>,
  { emulator }: Upstream,
  { apiKey, jwtFor }: RunCallers,
  opened: Opened,
): Promise<string | undefined> {
  if (emulator === undefined) return undefined
  const playground = await startPlayground({ ...page, emulator, access: { apiKey, jwtFor } })
  opened.add(playground.close)
  return playground.url
}
