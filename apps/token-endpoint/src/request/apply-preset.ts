import type { ApplySdkVerificationTokenRequest } from '@tc3-edge/faceid'
import { type ParameterIssue, validateParameters } from '@tc3-edge/faceid/validate'
import { Problem, type ProblemItem } from '../answers/problem.ts'
import type { Caller } from '../caller/caller.ts'
import type { Openings, Preset, Presets } from '../settings/presets.ts'
import { isParameter } from './is-parameter.ts'
import type { TokenRequest } from './read-request.ts'

/** The parameters of the upstream call: what the preset fixes, and what it lets this caller choose. */
export function applyPreset(presets: Presets, caller: Caller, request: TokenRequest): ApplySdkVerificationTokenRequest {
  const preset = Object.hasOwn(presets, request.preset) ? presets[request.preset] : undefined
  const open = preset && (caller.kind === 'app-user' ? preset.appUsers : preset.backends)
  // Which presets there are for others is nobody's business.
  if (preset === undefined || open === undefined) {
    throw new Problem('preset-unknown', 'There is no preset of this name for this caller.')
  }
  const closed = Object.entries(request.parameters).flatMap(([name, value]) => closedItem(name, value, preset, open))
  if (closed.length > 0) {
    throw new Problem('parameters-not-allowed', 'The preset does not let this caller choose all of its parameters.', {
      errors: closed,
      headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
    })
  }
  const bound = caller.kind === 'app-user' && preset.bindExtra ? { Extra: caller.id } : {}
  return checked({ ...request.parameters, ...preset.fixed, ...bound }, preset, open)
}

/** Why a parameter is closed to the caller. What is no parameter at all is left to the check against the spec. */
function closedItem(parameter: string, value: unknown, preset: Preset, open: Openings): ProblemItem[] {
  if (!isParameter(parameter)) return []
  if (Object.hasOwn(preset.fixed, parameter)) return [{ parameter, message: `${parameter} is fixed by the preset` }]
  const values = Object.hasOwn(open, parameter) ? open[parameter] : undefined
  if (values === undefined) return [{ parameter, message: `${parameter} is not for this caller to choose` }]
  if (values === true || values.includes(value)) return []
  return [{ parameter, message: `${parameter} should be one of ${values.join(', ')}` }]
}

function checked(
  parameters: Readonly<Record<string, unknown>>,
  preset: Preset,
  open: Openings,
): ApplySdkVerificationTokenRequest {
  const issues = validateParameters('ApplySdkVerificationToken', parameters).filter(
    (issue) => !allowedByOperator(issue, preset, open),
  )
  if (issues.length === 0) return parameters
  const names = [...new Set(issues.map(({ parameter }) => parameter || 'all of them together'))].join(', ')
  throw new Problem('parameters-invalid', `"errors" says what is wrong with the parameters: ${names}.`, {
    errors: issues.map(({ parameter, message }) => ({ parameter, message })),
  })
}

/** A card code that the operator has named is good, whether the spec knows it or not. */
function allowedByOperator({ parameter, rule }: ParameterIssue, preset: Preset, open: Openings): boolean {
  if (parameter !== 'IdCardType' || rule !== 'value') return false
  return Object.hasOwn(preset.fixed, parameter) || (Object.hasOwn(open, parameter) && open[parameter] !== true)
}
