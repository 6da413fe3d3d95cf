import type { ApplySdkVerificationTokenRequest } from '@tc3-edge/faceid'
import { type ParameterIssue, validateParameters } from '@tc3-edge/faceid/validate'
import type { Caller } from '../auth/caller.ts'
import { MAX_EXTRA_TEXT_LENGTH } from '../ownership/binding.ts'
import { decider, isParameter } from '../parameters.ts'
import { Problem, type ProblemItem } from '../responses/problem.ts'
import type { AllowedParameters, Preset, Presets } from '../settings/preset.ts'
import type { TokenRequest } from './read-request.ts'

/**
 * Returns the parameters of the upstream call: what the preset fixes, and what it allows this caller to choose. `Extra` is still
 * the backend's own text.
 */
export function applyPreset(
  presets: Presets,
  caller: Pick<Caller, 'kind'>,
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
  return checked({ ...request.parameters, ...preset.fixed }, preset, allowed)
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
  if (values === true || values.some((one) => JSON.stringify(one) === JSON.stringify(value))) return []
  return [
    {
      parameter,
      message: `${parameter} should be one of ${values.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(', ')}`,
    },
  ]
}

function checked(
  parameters: Readonly<Record<string, unknown>>,
  preset: Preset,
  allowed: AllowedParameters,
): ApplySdkVerificationTokenRequest {
  const { Extra, ...others } = parameters
  const issues = [
    ...validateParameters('ApplySdkVerificationToken', others).filter(
      (issue) => !acceptedByOperator(issue, preset, allowed),
    ),
    ...extraIssues(Extra),
  ]
  if (issues.length === 0) return parameters
  const names = [...new Set(issues.map(({ parameter }) => parameter || 'all of them together'))].join(', ')
  throw new Problem('parameters-invalid', `"errors" says what is wrong with the parameters: ${names}.`, {
    errors: issues.map(({ parameter, message }) => ({ parameter, message })),
  })
}

/** A backend's own text has to fit after what the endpoint writes into `Extra`, and to come back unchanged. */
function extraIssues(extra: unknown): ProblemItem[] {
  if (extra === undefined) return []
  const issue = (shouldBe: string) => [{ parameter: 'Extra', message: `Extra should ${shouldBe}` }]
  if (typeof extra !== 'string') return issue('be a string')
  if (/\p{Surrogate}/u.test(extra)) return issue('be Unicode text, without half of a surrogate pair')
  // If it were trimmed on its way, `Extra` would not match its MAC, and nobody could read the result.
  if (/^[\s\p{Cc}]|[\s\p{Cc}]$/u.test(extra)) {
    return issue('neither begin nor end with white space or a control character')
  }
  if ([...extra].length <= MAX_EXTRA_TEXT_LENGTH) return []
  return issue(`have at most ${MAX_EXTRA_TEXT_LENGTH} characters: the endpoint writes something before them`)
}

/** A card code that the operator lists is accepted even if the spec does not know it. */
function acceptedByOperator({ parameter, rule }: ParameterIssue, preset: Preset, allowed: AllowedParameters): boolean {
  if (parameter !== 'IdCardType' || rule !== 'value') return false
  return Object.hasOwn(preset.fixed, parameter) || (Object.hasOwn(allowed, parameter) && allowed[parameter] !== true)
}
