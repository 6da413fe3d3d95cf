import { validateParameters } from '@tc3-edge/faceid/validate'
import { decidedBy, isParameter, parameterNames } from '../parameters.ts'
import { checkAppUserChoices } from './app-user-checks.ts'
import { asObject, ConfigError, parseJsonObject } from './parse.ts'
import type { AllowedParameters, Preset, Presets } from './preset.ts'

/** An app user that chose these would decide how well it is checked, or what that costs. */
const NOT_FOR_APP_USERS: readonly string[] = decidedBy('operator', 'backend')

const everything = allOf(parameterNames)

/** What an app user may choose in the built-in preset: its screens, not its card, because some are checked less than the default. */
const screens = without(allOf(decidedBy('app')), { IdCardType: true })

/** The default of PRESETS: app users choose their screens, backends choose everything. */
export const builtInPresets: Presets = {
  default: { fixed: {}, appUsers: screens, backends: everything },
}

/** Parses the setting PRESETS and validates it against the spec. */
export function parsePresets(text: string): Presets {
  const entries = Object.entries(parseJsonObject(text))
  if (entries.length === 0) throw new ConfigError('there is none')
  const presets = entries.map(([name, preset]) => [name, parsePreset(asObject(preset, name), name)] as const)
  checkAppUserChoices(presets)
  return Object.fromEntries(presets)
}

function parsePreset(preset: Readonly<Record<string, unknown>>, name: string): Preset {
  if (!/^[a-z0-9-]{1,24}$/.test(name)) {
    throw new ConfigError('the name of a preset should be 1 to 24 lower-case letters, digits or "-"')
  }
  const { fixed = {}, appUsers, backends, ...others } = preset
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) throw new ConfigError(`${name}.${unknown} is unknown; known: fixed, appUsers, backends`)

  const parsed = {
    fixed: checkedFixed(asObject(fixed, `${name}.fixed`), `${name}.fixed`),
    appUsers: appUsers === undefined ? undefined : allowedParameters(appUsers, `${name}.appUsers`),
    backends: backends === undefined ? without(everything, fixed) : allowedParameters(backends, `${name}.backends`),
  }
  checkTogether(parsed, name)
  return parsed
}

/** A card code that the spec does not know may be fixed: Tencent adds them without our release. */
function checkedFixed(fixed: Readonly<Record<string, unknown>>, where: string): Readonly<Record<string, unknown>> {
  const { IdCardType, ...others } = fixed
  if (Object.hasOwn(fixed, 'Extra')) throw new ConfigError(`${where}.Extra: the endpoint writes it, it can't be fixed`)
  const photo = fixed.CheckMode === 2 ? { CompareImage: 'AAAA' } : {}
  check({ ...photo, ...others, ...(typeof IdCardType !== 'string' && { IdCardType }) }, where)
  return fixed
}

function allowedParameters(value: unknown, where: string): AllowedParameters {
  const entries = Object.entries(asObject(value, where))
  for (const [parameter, values] of entries) {
    if (!isParameter(parameter)) throw new ConfigError(`${where}.${parameter} is no parameter of the call`)
    if (values !== true && !(Array.isArray(values) && values.length > 0)) {
      throw new ConfigError(`${where}.${parameter} should be true, or a list of values`)
    }
    if (Array.isArray(values)) for (const one of values) checkValue(parameter, one, `${where}.${parameter}`)
  }
  return Object.fromEntries(entries.map(([parameter, values]) => [parameter, values === true ? true : Object(values)]))
}

/** Checks one value by itself. A card code that the spec does not know may be allowed: Tencent adds them without our release. */
function checkValue(parameter: string, value: unknown, where: string): void {
  if (parameter === 'IdCardType' && typeof value === 'string') return
  const conditional = parameter === 'CheckMode' ? { CompareImage: 'AAAA' } : {}
  check({ ...conditional, [parameter]: value }, where)
}

function check(parameters: Readonly<Record<string, unknown>>, where: string): void {
  const [issue] = validateParameters('ApplySdkVerificationToken', parameters)
  if (issue !== undefined) throw new ConfigError(`${where}: ${issue.message}`)
}

function checkTogether({ fixed, appUsers, backends }: Preset, name: string): void {
  for (const [kind, allowed] of Object.entries({ appUsers, backends })) {
    const both = Object.keys(allowed ?? {}).find((parameter) => Object.hasOwn(fixed, parameter))
    if (both !== undefined) throw new ConfigError(`${name}: ${both} is fixed, so ${kind} can't choose it`)
  }
  const forbidden = Object.keys(appUsers ?? {}).find((parameter) => NOT_FOR_APP_USERS.includes(parameter))
  if (forbidden !== undefined) {
    throw new ConfigError(
      `${name}.appUsers: an app user must not choose ${forbidden}; fix it, or let a backend request the token`,
    )
  }
}

function allOf(names: readonly string[]): AllowedParameters {
  return Object.fromEntries(names.map((name) => [name, true]))
}

function without(allowed: AllowedParameters, fixed: unknown): AllowedParameters {
  return Object.fromEntries(Object.entries(allowed).filter(([parameter]) => !Object.hasOwn(Object(fixed), parameter)))
}
