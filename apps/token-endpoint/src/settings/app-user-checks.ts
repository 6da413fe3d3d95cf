import { openapi } from '../generated/openapi.ts'
import { type ParameterName, parameters } from '../generated/parameters.ts'
import { decidedBy } from '../parameters.ts'
import { ConfigError } from './parse.ts'
import type { Preset } from './preset.ts'

/** The checks of an identity document that depend on its type: whether a value of their parameter switches them on. */
const cardChecks: Readonly<Partial<Record<ParameterName, (value: unknown) => boolean>>> = {
  NeedVerifyIdCard: (value) => value === true,
  DisableCheckOcrWarnings: (value) => value !== true,
  SelectedWarningCodes: (value) => Array.isArray(value) && value.length > 0,
  AllowExpiredDocument: (value) => value === false,
}

const knownCards: readonly string[] =
  openapi.components.schemas.ApplySdkVerificationTokenRequest.properties.IdCardType.enum

type NamedPreset = readonly [name: string, preset: Preset]

/**
 * App users choose their preset and their card, so each choice has to be checked equally well. Throws a `ConfigError` that
 * names the preset and the parameter otherwise.
 */
export function checkAppUserChoices(presets: readonly NamedPreset[]): void {
  const forAppUsers = presets.filter(([, { appUsers }]) => appUsers !== undefined)
  checkEqualParameters(forAppUsers)
  for (const preset of forAppUsers) checkFixedChecks(preset)
  checkEqualCards(forAppUsers)
}

function checkEqualParameters([first, ...others]: readonly NamedPreset[]): void {
  if (first === undefined) return
  for (const [name, preset] of others) {
    const differs = decidedBy('operator', 'backend').find(
      (parameter) => fixedValue(preset, parameter) !== fixedValue(first[1], parameter),
    )
    if (differs !== undefined) throw unequal(`${first[0]} and ${name} are both for app users and differ in ${differs}`)
  }
}

/** A check that the operator has fixed must apply to every card that an app user can choose. */
function checkFixedChecks([name, preset]: NamedPreset): void {
  for (const parameter of activeChecks(preset)) {
    const escaping = cardsOf(preset).find((card) => !covers(parameter, card))
    if (escaping === undefined || !Object.hasOwn(preset.fixed, parameter)) continue
    throw new ConfigError(
      `${name}: ${parameter} has no effect for ${escaping}; fix or allow only ${cardsWith(parameter)}`,
    )
  }
}

/** Tencent's defaults check some cards more than others. */
function checkEqualCards(presets: readonly NamedPreset[]): void {
  const choices = presets.flatMap(([name, preset]) =>
    cardsOf(preset).map((card) => ({
      name,
      card,
      checks: activeChecks(preset).filter((check) => covers(check, card)),
    })),
  )
  const [first] = choices
  for (const { name, card, checks } of choices) {
    if (first === undefined || checks.join() === first.checks.join()) continue
    const parameter = [...first.checks, ...checks].find(
      (check) => !checks.includes(check) || !first.checks.includes(check),
    )
    const [without, whose] = checks.length < first.checks.length ? [card, name] : [first.card, first.name]
    throw unequal(
      `${whose} lets app users choose ${without}, for which ${parameter} has no effect, and another card for which it has`,
    )
  }
}

function unequal(what: string): ConfigError {
  return new ConfigError(
    `${what}, so an app user would choose how well it is checked; keep one of them, and let a backend request the other`,
  )
}

/** Only CheckMode 1 reads an identity document. */
function activeChecks(preset: Preset): ParameterName[] {
  if (fixedValue(preset, 'CheckMode') !== '1') return []
  return decidedBy('operator').filter((name) => cardChecks[name]?.(preset.fixed[name] ?? parameters[name].default))
}

/** The cards that an app user can choose with a preset, codes that the spec does not know included. */
function cardsOf({ fixed, appUsers }: Preset): string[] {
  const allowed = appUsers?.IdCardType
  if (allowed === true) return [...knownCards]
  return (allowed ?? [fixed.IdCardType ?? parameters.IdCardType.default]).map(String)
}

function covers(parameter: ParameterName, card: string): boolean {
  return parameters[parameter].cards?.includes(card) ?? true
}

function cardsWith(parameter: ParameterName): string {
  return parameters[parameter].cards?.join(', ') ?? ''
}

/** Returns the value of the preset or Tencent's default, as JSON. */
function fixedValue({ fixed }: Preset, parameter: ParameterName): string | undefined {
  return JSON.stringify(fixed[parameter] ?? parameters[parameter].default)
}
