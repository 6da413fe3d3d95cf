import { type SettingName, settingNames } from '../src/settings/definitions.ts'
import { StartFault } from './start-fault.ts'

export type GivenSettings = Readonly<Partial<Record<SettingName, string>>>

const SECRETS = ['TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'] as const

/** The settings that the environment has, after those that hold only together have been found together. */
export function givenSettings(env: NodeJS.ProcessEnv = process.env): GivenSettings {
  const given: GivenSettings = Object.fromEntries(
    settingNames.flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  )
  const faults = faultsOf(given)
  if (faults.length > 0) throw new StartFault(...faults)
  return given
}

/** Whether the environment has the secrets of a real account. */
export function hasSecrets(given: GivenSettings): boolean {
  return SECRETS.every((name) => given[name] !== undefined)
}

/** Whether it says who may call. The settings of an issuer are one: the endpoint tells which of them are missing. */
export function hasCallers(given: GivenSettings): boolean {
  return given.API_KEY_HASHES !== undefined || hasIssuer(given)
}

/** Whether nobody may call but app users. */
export function isForUsersAlone(given: GivenSettings): boolean {
  return hasIssuer(given) && given.API_KEY_HASHES === undefined
}

function hasIssuer(given: GivenSettings): boolean {
  return [given.AUTH_JWKS_URL, given.AUTH_ISSUER, given.AUTH_AUDIENCE].some((value) => value !== undefined)
}

/** The emulator's own must not mix with those of a real account. */
function faultsOf(given: GivenSettings): string[] {
  if (hasSecrets(given)) return []
  const missing = SECRETS.filter((name) => given[name] === undefined)
  if (missing.length === 1) return [`${missing[0]} is missing; set both or neither.`]
  return (['TENCENTCLOUD_SESSION_TOKEN', 'FACEID_ENDPOINT'] as const)
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name} goes with ${SECRETS.join(' and ')}; set these too, or leave it out for the emulator.`)
}
