// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

import type { Call, CallOptions } from '../call.ts'
import { operations } from './operations.ts'
import type { components } from './wire-types.ts'

export type ApplySdkVerificationTokenRequest = components['schemas']['ApplySdkVerificationTokenRequest']
export type ApplySdkVerificationTokenResponse = components['schemas']['ApplySdkVerificationTokenResponse']

/** One method per operation, named as in the official SDK. Answers come without their envelope. */
export interface FaceidMethods {
  /**
   * Apply for the token that one run of the Identity Verification SDK needs.
   *
   * Call it before every verification. The token starts the verification on the device and later fetches its result.
   *
   * At most 20 requests a second are accepted. There is no idempotency input: when an answer is lost, the token in it
   * is lost too, and asking again issues another one.
   */
  ApplySdkVerificationToken(parameters?: ApplySdkVerificationTokenRequest, options?: CallOptions): Promise<ApplySdkVerificationTokenResponse>
}

/** The methods, each of them one `call` with its row of the operations table. */
export function createMethods(call: Call): FaceidMethods {
  return {
    ApplySdkVerificationToken: (parameters, options) => call<ApplySdkVerificationTokenResponse>(operations.ApplySdkVerificationToken, parameters, options),
  }
}
