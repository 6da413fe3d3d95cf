import type { Env, StoredSecret } from '../env.ts'
import { type SettingName, settingNames } from './setting-names.ts'
import { SettingReader, type Texts } from './setting-reader.ts'
import { checkSettings, type GateSettings, gateSettings, type Settings, SettingsError } from './settings.ts'

const checked = new WeakMap<Env, Settings | SettingsError>()

/** Reads the settings, once for each isolate. Throws a `SettingsError` that lists everything that is wrong. */
export async function readSettings(env: Env): Promise<Settings> {
  // What is kept is settled: a promise of one request must not be awaited in another.
  const settings = checked.get(env) ?? checkSettings(await textOf(env), unreadable(env))
  checked.set(env, settings)
  if (settings instanceof SettingsError) throw settings
  return settings
}

/** The settings of the gate; their defaults where they can't be used, which `readSettings` says of them. */
export function readGateSettings(env: Env): GateSettings {
  return gateSettings(new SettingReader(textsOf(env)))
}

/** The settings as texts; secrets that are in the store are fetched from there. */
async function textOf(env: Env): Promise<Texts> {
  const stored: Partial<Record<SettingName, string>> = {}
  for (const name of settingNames) {
    const value = env[name]
    if (isStored(value)) stored[name] = await value.get()
  }
  return { ...textsOf(env), ...stored }
}

function textsOf(env: Env): Texts {
  const texts: Partial<Record<SettingName, string>> = {}
  for (const name of settingNames) {
    const value = env[name]
    if (value === undefined || isStored(value)) continue
    // Variables in wrangler.jsonc may be numbers and objects.
    texts[name] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  return texts
}

/** The gate's object reads its settings as it begins, when there is no time to ask the Secrets Store. */
function unreadable(env: Env): string[] {
  const names = [
    'QUOTA_PER_SECOND',
    'UPSTREAM_TIMEOUT_MS',
    'MAX_WAIT_MS',
    'SIGNATURE_LIFETIME_MS',
    'APPOINTMENT_HORIZON_SECONDS',
  ] as const
  return names
    .filter((name) => isStored(env[name]))
    .map((name) => `${name} should be a variable of the Worker, not a secret in the store`)
}

function isStored(value: unknown): value is StoredSecret {
  return typeof Object(value).get === 'function'
}
