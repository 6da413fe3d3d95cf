import type { ApplySdkVerificationTokenRequest } from '@tc3-edge/faceid'
import { validateParameters } from '@tc3-edge/faceid/validate'
import { openapi } from '../generated/openapi.ts'
import { Fault } from './fault.ts'

/** The parameters that a kind of caller may choose: any valid value (`true`), or one of a list. */
export type Openings = Readonly<Record<string, true | readonly unknown[]>>

/** What the operator lets callers ask for. */
export interface Preset {
  /** Parameters that every call of this preset has. */
  readonly fixed: Readonly<Record<string, unknown>>
  /** What app users may choose; undefined if the preset is not for them. */
  readonly appUsers: Openings | undefined
  /** What backends may choose. */
  readonly backends: Openings
  /** Whether `Extra` of app users names them, so that a result can't be passed off as another user's. */
  readonly bindExtra: boolean
}

export type Presets = Readonly<Record<string, Preset>>

/**
 * What a parameter decides: `strength` is how strict the check is, or with what it compares. An app user must not choose
 * that: it would choose how well it is checked itself. A parameter that is new in the spec does not compile until it is here.
 */
const decides: Readonly<Record<keyof ApplySdkVerificationTokenRequest, 'strength' | 'case'>> = {
  CheckMode: 'strength',
  SecurityLevel: 'strength',
  NeedVerifyIdCard: 'strength',
  CompareImage: 'strength',
  DisableChangeOcrResult: 'strength',
  DisableCheckOcrWarnings: 'strength',
  SelectedWarningCodes: 'strength',
  ActionList: 'strength',
  SdkVersion: 'strength',
  AllowExpiredDocument: 'strength',
  AllowUploadPhoto: 'strength',
  EnableForgeryDetectionImages: 'strength',
  RetryLimit: 'strength',
  SkipOcrConfirmPage: 'strength',
  IdCardType: 'case',
  Extra: 'case',
  MetaData: 'case',
  CardOcrDisplayFields: 'case',
  SkipLaunchPage: 'case',
  SkipResultPage: 'case',
  HideProgressBar: 'case',
}

const PARAMETERS = Object.keys(decides)
const STRENGTH = Object.entries(decides).flatMap(([name, what]) => (what === 'strength' ? [name] : []))

const everything: Openings = Object.fromEntries(PARAMETERS.map((name) => [name, true]))

/** What holds where the operator has set no presets: app users choose their card, backends choose everything. */
export const builtInPresets: Presets = {
  default: { fixed: {}, appUsers: { IdCardType: true }, backends: everything, bindExtra: true },
}

/** Reads the setting PRESETS, and holds it against the spec. */
export function parsePresets(text: string): Presets {
  const entries = Object.entries(object(parseJson(text), 'it'))
  if (entries.length === 0) throw new Fault('there is none')
  const presets = entries.map(([name, preset]) => [name, parsePreset(object(preset, name), name)] as const)
  checkEqualStrength(presets)
  return Object.fromEntries(presets)
}

/** App users name their preset themselves, so all that are open to them have to check equally well. */
function checkEqualStrength(presets: readonly (readonly [name: string, preset: Preset])[]): void {
  const open = presets.filter(([, { appUsers }]) => appUsers !== undefined)
  const [first] = open
  if (first === undefined) return
  for (const [name, preset] of open) {
    const differs = STRENGTH.find((parameter) => effective(preset, parameter) !== effective(first[1], parameter))
    if (differs === undefined) continue
    throw new Fault(
      `${first[0]} and ${name} are both open to app users and differ in ${differs}, so an app user would choose how ` +
        'well it is checked; open one of them, and let a backend ask for the other',
    )
  }
}

/** What a parameter is where nobody may choose it, by the preset or by Tencent's default, as JSON. */
function effective({ fixed }: Preset, parameter: string): string | undefined {
  const { properties } = openapi.components.schemas.ApplySdkVerificationTokenRequest
  return JSON.stringify(fixed[parameter] ?? Object(properties)[parameter]?.default)
}

function parsePreset(preset: Readonly<Record<string, unknown>>, name: string): Preset {
  const { fixed = {}, appUsers, backends, bindExtra = true, ...others } = preset
  const [unknown] = Object.keys(others)
  if (unknown !== undefined)
    throw new Fault(`${name}.${unknown} is unknown; known: fixed, appUsers, backends, bindExtra`)
  if (typeof bindExtra !== 'boolean') throw new Fault(`${name}.bindExtra should be true or false`)

  const parsed = {
    fixed: checkedFixed(object(fixed, `${name}.fixed`), `${name}.fixed`),
    appUsers: appUsers === undefined ? undefined : openings(appUsers, `${name}.appUsers`),
    backends: backends === undefined ? without(everything, fixed) : openings(backends, `${name}.backends`),
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

function openings(value: unknown, where: string): Openings {
  const entries = Object.entries(object(value, where))
  for (const [parameter, values] of entries) {
    if (!PARAMETERS.includes(parameter)) throw new Fault(`${where}.${parameter} is no parameter of the call`)
    if (values !== true && !(Array.isArray(values) && values.length > 0)) {
      throw new Fault(`${where}.${parameter} should be true, or a list of values`)
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
  if (issue !== undefined) throw new Fault(`${where}: ${issue.message}`)
}

function checkTogether({ fixed, appUsers, backends, bindExtra }: Preset, name: string): void {
  for (const [kind, open] of Object.entries({ appUsers, backends })) {
    const both = Object.keys(open ?? {}).find((parameter) => Object.hasOwn(fixed, parameter))
    if (both !== undefined) throw new Fault(`${name}: ${both} is fixed, so it can't be open to ${kind} as well`)
  }
  const strength = Object.keys(appUsers ?? {}).find((parameter) => STRENGTH.includes(parameter))
  if (strength !== undefined) {
    throw new Fault(
      `${name}.appUsers: an app user must not choose ${strength}; fix it, or let a backend ask for the token`,
    )
  }
  if (bindExtra && appUsers && (Object.hasOwn(appUsers, 'Extra') || Object.hasOwn(fixed, 'Extra'))) {
    throw new Fault(`${name}: Extra names the app user; say "bindExtra": false to use it for something else`)
  }
}

function without(open: Openings, fixed: unknown): Openings {
  return Object.fromEntries(Object.entries(open).filter(([parameter]) => !Object.hasOwn(Object(fixed), parameter)))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault('it is not JSON')
  }
}

function object(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(`${where} is not an object`)
  return { ...value }
}
