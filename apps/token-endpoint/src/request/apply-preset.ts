import type { ApplySdkVerificationTokenRequest } from '@tc3-edge/faceid'
import { validateParameters } from '@tc3-edge/faceid/validate'
import { Problem } from '../answers/problem.ts'
import type { Presets } from './presets.ts'
import type { TokenRequest } from './read-request.ts'

/** The parameters of the upstream call: what the preset fixes, and what it lets the caller choose. */
export function applyPreset(presets: Presets, request: TokenRequest): ApplySdkVerificationTokenRequest {
  const preset = Object.hasOwn(presets, request.preset) ? presets[request.preset] : undefined
  if (preset === undefined) {
    throw new Problem('preset-unknown', `There is no preset ${JSON.stringify(request.preset)}.`)
  }
  const fixed = Object.keys(request.parameters).filter((name) => Object.hasOwn(preset.fixed, name))
  if (fixed.length > 0) {
    throw new Problem('parameters-not-open', `The preset ${JSON.stringify(request.preset)} fixes a parameter.`, {
      errors: fixed.map((parameter) => ({ parameter, message: `${parameter} is fixed by the preset` })),
    })
  }
  return checked({ ...request.parameters, ...preset.fixed })
}

function checked(parameters: Readonly<Record<string, unknown>>): ApplySdkVerificationTokenRequest {
  const issues = validateParameters('ApplySdkVerificationToken', parameters)
  if (issues.length === 0) return parameters
  throw new Problem('parameters-invalid', issues.map(({ message }) => message).join('. '), {
    errors: issues.map(({ parameter, message }) => ({ parameter, message })),
  })
}
