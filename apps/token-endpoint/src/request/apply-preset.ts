import type { ApplySdkVerificationTokenRequest } from '@tc3-edge/faceid'
import { type ParameterIssue, validateParameters } from '@tc3-edge/faceid/validate'
import type { Caller } from '../auth/caller.ts'
import { decider, isParameter } from '../parameters.ts'
import { Problem, type ProblemItem } from '../responses/problem.ts'
import type { AllowedParameters, Preset, Presets } from '../settings/preset.ts'
import type { TokenRequest } from './read-request.ts'

/** Returns the parameters of the upstream call: what the preset fixes, and what it allows this caller to choose. */
export function applyPreset(
  presets: Presets,
  caller: Pick<Caller, 'kind' | 'id'>,
  request: TokenRequest,
): ApplySdkVerificationTokenRequest {
  const preset = Object.hasOwn(presets, request.preset) ? presets[request.preset] : undefined
  const allowed = preset && (caller.kind === 'app-user' ? preset.appUsers : preset.backends)
  // Don't reveal presets that are for others.
  if (preset === undefined || allowed === undefined) {
    throw new Problem('preset-unknown', 'There is no preset of this name for this caller.')
  }
  const rejected = Object.entries(request.parameters).flatMap(([name, value]) =>
    rejection(name, value, preset, allowed, caller),
  )
  if (rejected.length > 0) {
    throw new Problem('parameters-not-allowed', 'The preset does not allow this caller to set all of its parameters.', {
      errors: rejected,
      headers: { 'WWW-Authenticate': 'Bearer error="insufficient_scope"' },
    })
  }
  const bound = caller.kind === 'app-user' && preset.bindExtra ? { Extra: caller.id } : {}
  return checked({ ...request.parameters, ...preset.fixed, ...bound }, preset, allowed)
}

/** Returns why the caller may not set a parameter. Unknown parameters are left to validation against the spec. */
function rejection(
  parameter: string,
  value: unknown,
  preset: Preset,
  allowed: AllowedParameters,
  { kind }: Pick<Caller, 'kind'>,
): ProblemItem[] {
  if (!isParameter(parameter)) return []
  if (Object.hasOwn(preset.fixed, parameter)) return [{ parameter, message: `${parameter} is fixed by the preset` }]
  if (kind === 'app-user' && decider[parameter] === 'device') return []
  const values = Object.hasOwn(allowed, parameter) ? allowed[parameter] : undefined
  if (values === undefined) return [{ parameter, message: `${parameter} is not for this caller to choose` }]
  if (parameter === 'Extra' && namesAppUser(value)) {
    return [{ parameter, message: 'Extra should not begin with "user:": the endpoint writes that for app users' }]
  }
  if (values === true || values.some((one) => JSON.stringify(one) === JSON.stringify(value))) return []
  return [
    {
      parameter,
      message: `${parameter} should be one of ${values.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ')}`,
    },
  ]
}

/** Backends tell by it whose result they read: only the endpoint may write it. Tencent may trim or fold what it returns. */
function namesAppUser(extra: unknown): boolean {
  return typeof extra === 'string' && /^\s*user:/i.test(extra)
}

function checked(
  parameters: Readonly<Record<string, unknown>>,
  preset: Preset,
  allowed: AllowedParameters,
): ApplySdkVerificationTokenRequest {
  const issues = validateParameters('ApplySdkVerificationToken', parameters).filter(
    (issue) => !acceptedByOperator(issue, preset, allowed),
  )
  if (issues.length === 0) return parameters
  const names = [...new Set(issues.map(({ parameter }) => parameter || 'all of them together'))].join(', ')
  throw new Problem('parameters-invalid', `"errors" says what is wrong with the parameters: ${names}.`, {
    errors: issues.map(({ parameter, message }) => ({ parameter, message })),
  })
}

/** A card code that the operator lists is accepted even if the spec does not know it. */
function acceptedByOperator({ parameter, rule }: ParameterIssue, preset: Preset, allowed: AllowedParameters): boolean {
  if (parameter !== 'IdCardType' || rule !== 'value') return false
  return Object.hasOwn(preset.fixed, parameter) || (Object.hasOwn(allowed, parameter) && allowed[parameter] !== true)
}
