import { type SettingName, settingNames } from './definitions.ts'
import { type SettingIssue, SettingReader, type SettingTexts } from './setting-reader.ts'
import { checkSettings, type GateSettings, gateSettings, type Settings, SettingsError } from './settings.ts'

/** A secret in Cloudflare's Secrets Store. */
interface StoredSecret {
  readonly get: () => Promise<string>
}

/** The bindings that settings come from: as text, as JSON, from the Secrets Store, or not at all. */
export type SettingBindings = Readonly<Partial<Record<SettingName, string | number | boolean | object | StoredSecret>>>

/** How old values from the Secrets Store may get before they are read again, in milliseconds. */
const STORED_FRESH_MS = 60_000

interface Checked {
  readonly settings: Settings | SettingsError
  /** The values from the Secrets Store. */
  readonly stored: SettingTexts
  readAt: number
}

const checked = new WeakMap<SettingBindings, Checked>()

/**
 * Reads the settings, once per isolate; those in the Secrets Store once a minute, because they can be rotated without a
 * deployment. Throws a `SettingsError` that lists everything that is wrong.
 */
export async function readSettings(env: SettingBindings): Promise<Settings> {
  // Cache values, not promises: one request must not await a promise of another.
  const known = checked.get(env)
  const { settings } = known !== undefined && isFresh(known, env) ? known : await read(env, known)
  if (settings instanceof SettingsError) throw settings
  return settings
}

function isFresh({ readAt }: Checked, env: SettingBindings): boolean {
  return Date.now() < readAt + STORED_FRESH_MS || !settingNames.some((name) => isStored(env[name]))
}

/** While the store can't be reached, the values that were read before stay valid. */
async function read(env: SettingBindings, known: Checked | undefined): Promise<Checked> {
  // Requests that come meanwhile use the known values.
  if (known !== undefined) known.readAt = Date.now()
  const { stored, issues } = await readStored(env)
  if (known !== undefined && (issues.length > 0 || areEqual(stored, known.stored))) return known
  const settings = checkSettings({ ...textsOf(env), ...stored }, [...issues, ...unreadable(env)])
  const now: Checked = { settings, stored, readAt: Date.now() }
  // The next request reads again what could not be read.
  if (issues.length === 0) checked.set(env, now)
  return now
}

/** Reads the settings of the gate. One that is invalid has its default; `readSettings` reports it. */
export function readGateSettings(env: SettingBindings): GateSettings {
  return gateSettings(new SettingReader(textsOf(env)))
}

async function readStored(env: SettingBindings): Promise<{ stored: SettingTexts; issues: SettingIssue[] }> {
  const stored: Partial<Record<SettingName, string>> = {}
  const issues: SettingIssue[] = []
  for (const name of settingNames) {
    const value = env[name]
    if (!isStored(value)) continue
    try {
      stored[name] = await value.get()
    } catch {
      issues.push({ message: `${name} could not be read from the Secrets Store` })
    }
  }
  return { stored, issues }
}

function areEqual(a: SettingTexts, b: SettingTexts): boolean {
  return settingNames.every((name) => a[name] === b[name])
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
function unreadable(env: SettingBindings): SettingIssue[] {
  const names = [
    'QUOTA_PER_SECOND',
    'UPSTREAM_TIMEOUT_MS',
    'MAX_WAIT_MS',
    'SIGNATURE_LIFETIME_MS',
    'APPOINTMENT_HORIZON_SECONDS',
  ] as const
  return names
    .filter((name) => isStored(env[name]))
    .map((name) => ({ message: `${name} should be a variable of the Worker, not a secret in the store` }))
}

function isStored(value: unknown): value is StoredSecret {
  return typeof Object(value).get === 'function'
}
