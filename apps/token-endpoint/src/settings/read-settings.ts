import type { Env } from '../env.ts'
import { type SettingName, settingNames } from './setting-names.ts'
import { SettingReader, type Texts } from './setting-reader.ts'
import { checkSettings, type GateSettings, gateSettings, type Settings, SettingsError } from './settings.ts'

const checked = new WeakMap<Env, Settings | SettingsError>()

/** Reads the settings, once for each isolate. Throws a `SettingsError` that lists everything that is wrong. */
export async function readSettings(env: Env): Promise<Settings> {
  // What is kept is settled: a promise of one request must not be awaited in another.
  const settings = checked.get(env) ?? checkSettings(await textOf(env))
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
    if (typeof value === 'object') stored[name] = await value.get()
  }
  return { ...textsOf(env), ...stored }
}

function textsOf(env: Env): Texts {
  return Object.fromEntries(settingNames.flatMap((name) => (typeof env[name] === 'string' ? [[name, env[name]]] : [])))
}
