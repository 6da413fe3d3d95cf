import { validateParameters } from '@tc3-edge/faceid/validate'
import { type ParameterName, parameters } from '../generated/parameters.ts'
import { decidedBy, isParameter, parameterNames } from '../parameters.ts'
import { ConfigError } from './parse.ts'

/** The parameters that a kind of caller may choose: any valid value (`true`), or one of a list. */
export type AllowedParameters = Readonly<Record<string, true | readonly unknown[]>>

/** What the operator lets callers ask for. */
export interface Preset {
  /** Parameters that every call of this preset has. */
  readonly fixed: Readonly<Record<string, unknown>>
  /** What app users may choose; undefined if the preset is not for them. */
  readonly appUsers: AllowedParameters | undefined
  /** What backends may choose. */
  readonly backends: AllowedParameters
  /** Whether `Extra` of app users names them, so that a result can't be passed off as another user's. */
  readonly bindExtra: boolean
}

export type Presets = Readonly<Record<string, Preset>>

/** An app user must not choose these: it would choose how well it is checked itself, or what that costs. */
const NOT_FOR_APP_USERS: readonly string[] = decidedBy('operator', 'backend')

const everything: AllowedParameters = Object.fromEntries(parameterNames.map((name) => [name, true]))

/** What holds where the operator has set no presets: app users choose their card, backends choose everything. */
export const builtInPresets: Presets = {
  default: { fixed: {}, appUsers: { IdCardType: true }, backends: everything, bindExtra: true },
}

/** Reads the setting PRESETS, and holds it against the spec. */
export function parsePresets(text: string): Presets {
  const entries = Object.entries(object(parseJson(text), 'it'))
  if (entries.length === 0) throw new ConfigError('there is none')
  const presets = entries.map(([name, preset]) => [name, parsePreset(object(preset, name), name)] as const)
  checkEqualAssurance(presets)
  return Object.fromEntries(presets)
}

/** App users name their preset themselves, so all that are open to them have to check equally well. */
function checkEqualAssurance(presets: readonly (readonly [name: string, preset: Preset])[]): void {
  const open = presets.filter(([, { appUsers }]) => appUsers !== undefined)
  const [first] = open
  if (first === undefined) return
  for (const [name, preset] of open) {
    const differs = decidedBy('operator', 'backend').find(
      (parameter) => effective(preset, parameter) !== effective(first[1], parameter),
    )
    if (differs === undefined) continue
    throw new ConfigError(
      `${first[0]} and ${name} are both open to app users and differ in ${differs}, so an app user would choose how ` +
        'well it is checked; open one of them, and let a backend ask for the other',
    )
  }
}

/** What a parameter is where nobody may choose it, by the preset or by Tencent's default, as JSON. */
function effective({ fixed }: Preset, parameter: ParameterName): string | undefined {
  return JSON.stringify(fixed[parameter] ?? parameters[parameter].default)
}

function parsePreset(preset: Readonly<Record<string, unknown>>, name: string): Preset {
  const { fixed = {}, appUsers, backends, bindExtra = true, ...others } = preset
  const [unknown] = Object.keys(others)
  if (unknown !== undefined)
    throw new ConfigError(`${name}.${unknown} is unknown; known: fixed, appUsers, backends, bindExtra`)
  if (typeof bindExtra !== 'boolean') throw new ConfigError(`${name}.bindExtra should be true or false`)

  const parsed = {
    fixed: checkedFixed(object(fixed, `${name}.fixed`), `${name}.fixed`),
    appUsers: appUsers === undefined ? undefined : allowedParameters(appUsers, `${name}.appUsers`),
    backends: backends === undefined ? without(everything, fixed) : allowedParameters(backends, `${name}.backends`),
    bindExtra,
  }
  checkTogether(parsed, name)
  return parsed
}

function checkedFixed(fixed: Readonly<Record<string, unknown>>, where: string): Readonly<Record<string, unknown>> {
  for (const [parameter, value] of Object.entries(fixed)) checkValue(parameter, value, where)
  const { CheckMode, ActionList, SecurityLevel } = fixed
  if (ActionList !== undefined && SecurityLevel !== undefined) check({ ActionList, SecurityLevel }, where)
  if (CheckMode === 2 && fixed.CompareImage !== undefined) check({ CheckMode, CompareImage: fixed.CompareImage }, where)
  return fixed
}

function allowedParameters(value: unknown, where: string): AllowedParameters {
  const entries = Object.entries(object(value, where))
  for (const [parameter, values] of entries) {
    if (!isParameter(parameter)) throw new ConfigError(`${where}.${parameter} is no parameter of the call`)
    if (values !== true && !(Array.isArray(values) && values.length > 0)) {
      throw new ConfigError(`${where}.${parameter} should be true, or a list of values`)
    }
    if (Array.isArray(values)) for (const one of values) checkValue(parameter, one, `${where}.${parameter}`)
  }
  return Object.fromEntries(entries.map(([parameter, values]) => [parameter, values === true ? true : Object(values)]))
}

/** One value by itself. A card code that the spec does not know may be allowed: Tencent adds them without our release. */
function checkValue(parameter: string, value: unknown, where: string): void {
  if (parameter === 'IdCardType' && typeof value === 'string') return
  const conditional = parameter === 'CheckMode' ? { CompareImage: 'AAAA' } : {}
  check({ ...conditional, [parameter]: value }, where)
}

function check(parameters: Readonly<Record<string, unknown>>, where: string): void {
  const [issue] = validateParameters('ApplySdkVerificationToken', parameters)
  if (issue !== undefined) throw new ConfigError(`${where}: ${issue.message}`)
}

function checkTogether({ fixed, appUsers, backends, bindExtra }: Preset, name: string): void {
  for (const [kind, open] of Object.entries({ appUsers, backends })) {
    const both = Object.keys(open ?? {}).find((parameter) => Object.hasOwn(fixed, parameter))
    if (both !== undefined) throw new ConfigError(`${name}: ${both} is fixed, so it can't be open to ${kind} as well`)
  }
  const forbidden = Object.keys(appUsers ?? {}).find((parameter) => NOT_FOR_APP_USERS.includes(parameter))
  if (forbidden !== undefined) {
    throw new ConfigError(
      `${name}.appUsers: an app user must not choose ${forbidden}; fix it, or let a backend ask for the token`,
    )
  }
  if (bindExtra && appUsers && (Object.hasOwn(appUsers, 'Extra') || Object.hasOwn(fixed, 'Extra'))) {
    throw new ConfigError(`${name}: Extra names the app user; say "bindExtra": false to use it for something else`)
  }
}

function without(open: AllowedParameters, fixed: unknown): AllowedParameters {
  return Object.fromEntries(Object.entries(open).filter(([parameter]) => !Object.hasOwn(Object(fixed), parameter)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ConfigError('it is not JSON')
  }
}

function object(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ConfigError(`${where} is not an object`)
  return { ...value }
}
