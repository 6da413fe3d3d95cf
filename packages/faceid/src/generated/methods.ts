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
   *
   * @param parameters
   * - `CheckMode` (default `1`): The verification mode.
   * - `SecurityLevel` (default `4`): How liveness is detected.
   * - `IdCardType` (default `"HK"`): The identity document.
   * - `NeedVerifyIdCard`: Whether the authenticity of the identity card is checked (Hong Kong cards only).
   * - `CompareImage`: The photo to compare with, in Base64 without a `data:` prefix.
   * - `DisableChangeOcrResult` (default `false`): Whether users are kept from editing the OCR result.
   * - `DisableCheckOcrWarnings` (default `false`): Whether OCR warnings are switched off.
   * - `Extra`: Passed through, and returned with the result of the verification.
   * - `ActionList` (default `"blink"`): The motions to ask for: one, or two different ones with a comma between,
   *   out of `blink`, `mouth`, `nod` and `shake`.
   * - Rule: CheckMode 2 compares with a photo, so it needs one
   * - Rule: with ActionList, motion must be what detects liveness
   * @param options Of this call alone; they go before the client’s.
   * @returns the answer without its envelope:
   * - `SdkToken`: The token of one verification.
   * - `RequestId`: Names this request when you ask Tencent Cloud about it.
   * @throws FaceidError. `code` is one of the client’s own (`Client.*`), or the service’s:
   *   `ActionOffline`, `AuthFailure.InvalidAuthorization`, `AuthFailure.InvalidSecretId`, `AuthFailure.MFAFailure`,
   *   `AuthFailure.SecretIdNotFound`, `AuthFailure.SignatureExpire`, `AuthFailure.SignatureFailure`,
   *   `AuthFailure.TokenFailure`, `AuthFailure.UnauthorizedOperation`, `DryRunOperation`, `FailedOperation`,
   *   `InternalError`, `InvalidAction`, `InvalidParameter`, `InvalidParameterValue`, `InvalidRequest`,
   *   `IpInBlacklist`, `IpNotInWhitelist`, `LimitExceeded`, `MissingParameter`, `NoSuchProduct`, `NoSuchVersion`,
   *   `RequestLimitExceeded`, `RequestLimitExceeded.GlobalRegionUinLimitExceeded`,
   *   `RequestLimitExceeded.IPLimitExceeded`, `RequestLimitExceeded.UinLimitExceeded`, `RequestSizeLimitExceeded`,
   *   `ResourceInUse`, `ResourceInsufficient`, `ResourceNotFound`, `ResourceUnavailable`,
   *   `ResourceUnavailable.InArrears`, `ResponseSizeLimitExceeded`, `ServiceUnavailable`, `UnauthorizedOperation`,
   *   `UnknownParameter`, `UnsupportedOperation`, `UnsupportedProtocol`, `UnsupportedRegion`; others may come.
   */
  ApplySdkVerificationToken(parameters?: ApplySdkVerificationTokenRequest, options?: CallOptions): Promise<ApplySdkVerificationTokenResponse>
}

/** The methods, each of them one `call` with its row of the operations table. */
export function createMethods(call: Call): FaceidMethods {
  return {
    ApplySdkVerificationToken: (parameters, options) => call<ApplySdkVerificationTokenResponse>(operations.ApplySdkVerificationToken, parameters, options),
  }
}
