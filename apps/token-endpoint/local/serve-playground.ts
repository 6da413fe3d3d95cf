import type { RunningEmulator } from '@tc3-edge/emulator/node'
import { type RunningPlayground, startPlayground } from '@tc3-edge/playground'
import { builtInPresets, type Presets, parsePresets } from '../src/settings/presets.ts'
import type { SettingName } from '../src/settings/setting-names.ts'
import type { DevelopmentIssuer } from './development-issuer.ts'

const DAY_SECONDS = 24 * 3_600

interface PlaygroundFor {
  readonly port: number
  readonly endpoint: string
  readonly emulator: RunningEmulator
  /** Callers of this run; none where the environment has set up its own. */
  readonly apiKey: string | undefined
  readonly issuer: DevelopmentIssuer | undefined
  readonly settings: Partial<Record<SettingName, string>>
}

/** Serves the page to try the endpoint with, next to the endpoint and never from it. */
export function servePlayground({
  port,
  endpoint,
  emulator,
  apiKey,
  issuer,
  settings,
}: PlaygroundFor): Promise<RunningPlayground> {
  const exp = () => Math.floor(Date.now() / 1_000) + DAY_SECONDS
  return startPlayground({
    port,
    endpoint,
    emulator,
    access: { apiKey, jwtFor: issuer && ((subject) => issuer.jwtFor(subject, { exp: exp() })) },
    presets: presetsOf(settings.PRESETS),
    quotaPerSecond: Number(settings.QUOTA_PER_SECOND ?? 20),
  })
}

/** Presets that can't be read are the endpoint's to explain. */
function presetsOf(text: string | undefined): Presets {
  if (text === undefined) return builtInPresets
  try {
    return parsePresets(text)
  } catch {
    return {}
  }
}
