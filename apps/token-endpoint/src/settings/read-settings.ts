import { type SettingName, settingNames } from './definitions.ts'
import { SettingReader, type SettingTexts } from './setting-reader.ts'
import { checkSettings, type GateSettings, gateSettings, type Settings, SettingsError } from './settings.ts'

/** A secret in Cloudflare's Secrets Store. */
interface StoredSecret {
  readonly get: () => Promise<string>
}

/** The bindings that settings come from: as text, as JSON, from the Secrets Store, or not at all. */
export type SettingBindings = Readonly<Partial<Record<SettingName, string | number | boolean | object | StoredSecret>>>

const checked = new WeakMap<SettingBindings, Settings | SettingsError>()

/** Reads the settings, once per isolate. Throws a `SettingsError` that lists everything that is wrong. */
export async function readSettings(env: SettingBindings): Promise<Settings> {
  // Cache values, not promises: one request must not await a promise of another.
  const settings = checked.get(env) ?? checkSettings(await textOf(env), unreadable(env))
  checked.set(env, settings)
  if (settings instanceof SettingsError) throw settings
  return settings
}

/** Reads the settings of the gate; the default of each that is invalid, which `readSettings` reports. */
export function readGateSettings(env: SettingBindings): GateSettings {
  return gateSettings(new SettingReader(textsOf(env)))
}

/** The settings as texts, with the secrets that are in the store. */
async function textOf(env: SettingBindings): Promise<SettingTexts> {
  const stored: Partial<Record<SettingName, string>> = {}
  for (const name of settingNames) {
    const value = env[name]
    if (isStored(value)) stored[name] = await value.get()
  }
  return { ...textsOf(env), ...stored }
}

function textsOf(env: SettingBindings): SettingTexts {
  const texts: Partial<Record<SettingName, string>> = {}
  for (const name of settingNames) {
    const value = env[name]
    if (value === undefined || isStored(value)) continue
    // Variables in wrangler.jsonc may be numbers and objects.
    texts[name] = typeof value === 'string' ? value : JSON.stringify(value)
  }
  return texts
}

/** The gate's object reads its settings in its constructor, where it can't await the Secrets Store. */
function unreadable(env: SettingBindings): string[] {
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
