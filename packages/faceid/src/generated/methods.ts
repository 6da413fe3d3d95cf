// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

import type { TencentCallOptions, TencentClient } from '@tc3-edge/client'
import type { components, paths } from './wire-types.ts'

/** Options of one call. Each takes precedence over the client's own; `signal` and `headers` add to it. */
export type FaceidCallOptions = TencentCallOptions<paths>

export type Address = components['schemas']['Address']
export type ApplySdkVerificationTokenRequest = components['schemas']['ApplySdkVerificationTokenRequest']
export type ApplySdkVerificationTokenResponse = components['schemas']['ApplySdkVerificationTokenResponse']
export type CardVerifyResult = components['schemas']['CardVerifyResult']
export type CompareResult = components['schemas']['CompareResult']
export type EditDetail = components['schemas']['EditDetail']
export type ErrorCode = components['schemas']['ErrorCode']
export type FileInfo = components['schemas']['FileInfo']
export type GeneralCard = components['schemas']['GeneralCard']
export type GetSdkVerificationResultRequest = components['schemas']['GetSdkVerificationResultRequest']
export type GetSdkVerificationResultResponse = components['schemas']['GetSdkVerificationResultResponse']
export type HMTPermit = components['schemas']['HMTPermit']
export type IndonesiaDrivingLicense = components['schemas']['IndonesiaDrivingLicense']
export type InternationalIDPassport = components['schemas']['InternationalIDPassport']
export type JapanIDCard = components['schemas']['JapanIDCard']
export type MacaoIDCard = components['schemas']['MacaoIDCard']
export type MainlandIDCard = components['schemas']['MainlandIDCard']
export type NormalCardInfo = components['schemas']['NormalCardInfo']
export type NormalHKIDCard = components['schemas']['NormalHKIDCard']
export type NormalIndonesiaIDCard = components['schemas']['NormalIndonesiaIDCard']
export type NormalMLIDCard = components['schemas']['NormalMLIDCard']
export type NormalThailandIDCard = components['schemas']['NormalThailandIDCard']
export type PhilippinesDrivingLicense = components['schemas']['PhilippinesDrivingLicense']
export type PhilippinesSSSID = components['schemas']['PhilippinesSSSID']
export type PhilippinesTinID = components['schemas']['PhilippinesTinID']
export type PhilippinesUMID = components['schemas']['PhilippinesUMID']
export type PhilippinesVoteID = components['schemas']['PhilippinesVoteID']
export type SingaporeIDCard = components['schemas']['SingaporeIDCard']
export type TaiWanIDCard = components['schemas']['TaiWanIDCard']
export type VerificationCode = components['schemas']['VerificationCode']

/** One method per operation, named as in the official SDK. Responses come without their envelope. */
export interface FaceidMethods {
  /**
   * Apply for the token that one run of the Identity Verification SDK needs.
   *
   * Call it before every verification. The token starts the verification on the device, and later reads its result.
   *
   * At most 20 requests a second are accepted. There is no idempotency input: if a response is lost, its token is lost
   * too, and a repeated request issues another one.
   *
   * @param parameters
   * - `CheckMode` (default `1`): The verification mode.
   * - `SecurityLevel` (default `4`): How liveness is detected.
   * - `IdCardType` (default `"HK"`): The identity document.
   * - `NeedVerifyIdCard`: Whether the authenticity of the identity card is checked.
   * - `CompareImage`: The photo to compare with, in Base64 without a `data:` prefix.
   * - `DisableChangeOcrResult` (default `false`): Whether users can't edit the OCR result.
   * - `DisableCheckOcrWarnings` (default `false`): Whether OCR warnings are switched off.
   * - `SelectedWarningCodes`: The OCR warnings that stop the flow.
   * - `Extra`: Passed through, and returned with the result of the verification.
   * - `SdkVersion` (default `"BASIC"`): Which edition of the SDK is used.
   * - `ActionList` (default `"blink"`): The motions to ask for: one, or two different ones with a comma between,
   *   out of `blink`, `mouth`, `nod` and `shake`.
   * - `AllowExpiredDocument` (default `true`): Whether an expired document is accepted.
   * - `SkipResultPage` (default `false`): Whether the SDK leaves out its page with the result.
   * - `CardOcrDisplayFields`: Which fields of the OCR result the user sees.
   * - `RetryLimit` (default `5`): How many times the user may try the liveness detection.
   * - `EnableForgeryDetectionImages` (default `false`): Whether several pictures of the card are taken from one
   *   angle, to detect forged documents.
   * - `MetaData`: Encrypted data that the SDK made on the device.
   * - `SkipLaunchPage` (default `false`): Whether the SDK leaves out its first page.
   * - `SkipOcrConfirmPage` (default `false`): Whether the SDK leaves out the page where users confirm the OCR
   *   result.
   * - `HideProgressBar` (default `false`): Whether the SDK hides its progress bar.
   * - `AllowUploadPhoto` (default `false`): Whether the picture of the card may come from the album instead of the
   *   camera.
   * - Rule: CheckMode 2 compares with a photo, so it needs one
   * - Rule: ActionList needs liveness detection by motion
   * - Rule: forgery detection needs pictures from the camera, not from the album
   * @param options of this call; they take precedence over the client’s.
   * @returns the response without its envelope:
   * - `SdkToken`: The token of one verification.
   * - `ServerParamInfo`: Encrypted data for the SDK on the device.
   * - `RequestId`: Names this request when you ask Tencent Cloud about it.
   * @throws TencentError. `code` is one of the client’s own (`Client.*`), or the service’s:
   *   `ActionOffline`, `AuthFailure.InvalidAuthorization`, `AuthFailure.InvalidSecretId`, `AuthFailure.MFAFailure`,
   *   `AuthFailure.SecretIdNotFound`, `AuthFailure.SignatureExpire`, `AuthFailure.SignatureFailure`,
   *   `AuthFailure.TokenFailure`, `AuthFailure.UnauthorizedOperation`, `DryRunOperation`, `FailedOperation`,
   *   `InternalError`, `InvalidAction`, `InvalidParameter`, `InvalidParameterValue`, `InvalidRequest`,
   *   `IpInBlacklist`, `IpNotInWhitelist`, `LimitExceeded`, `MissingParameter`, `NoSuchProduct`, `NoSuchVersion`,
   *   `RequestLimitExceeded`, `RequestLimitExceeded.GlobalRegionUinLimitExceeded`,
   *   `RequestLimitExceeded.IPLimitExceeded`, `RequestLimitExceeded.UinLimitExceeded`, `RequestSizeLimitExceeded`,
   *   `ResourceInUse`, `ResourceInsufficient`, `ResourceNotFound`, `ResourceUnavailable`,
   *   `ResponseSizeLimitExceeded`, `ServiceUnavailable`, `UnauthorizedOperation`, `UnknownParameter`,
   *   `UnsupportedOperation`, `UnsupportedProtocol`, `UnsupportedRegion`; others may come.
   * @see https://www.tencentcloud.com/document/product/1061/49954
   */
  ApplySdkVerificationToken(parameters?: ApplySdkVerificationTokenRequest, options?: FaceidCallOptions): Promise<ApplySdkVerificationTokenResponse>

  /**
   * Get the result of a verification.
   *
   * Rely on this result, never on what the device reports. It can be read for three days after the token was issued, any
   * number of times. Its links to pictures and videos are valid for 10 minutes after each read.
   *
   * At most 20 requests a second are accepted, apart from those of `ApplySdkVerificationToken`. What the API answers for an
   * unknown token, or for a verification that has not finished, is not documented.
   *
   * @param parameters
   * - `SdkToken` (required): The token of the verification.
   * @param options of this call; they take precedence over the client’s.
   * @returns the response without its envelope:
   * - `Result`: The code of the whole verification.
   * - `Description`: The result, for people.
   * - `ChargeCount`: How many billed checks the verification had.
   * - `CardVerifyResults`: Each reading of the card, in order.
   * - `CompareResults`: Each liveness detection and comparison, in order.
   * - `Extra`: What `Extra` was when the token was issued.
   * - `DeviceInfoLevel`: The risk of the device, with `SdkVersion` `ENHANCED` or `PLUS`.
   * - `RequestId`: Names this request when you ask Tencent Cloud about it.
   * @throws TencentError. `code` is one of the client’s own (`Client.*`), or the service’s:
   *   `ActionOffline`, `AuthFailure.InvalidAuthorization`, `AuthFailure.InvalidSecretId`, `AuthFailure.MFAFailure`,
   *   `AuthFailure.SecretIdNotFound`, `AuthFailure.SignatureExpire`, `AuthFailure.SignatureFailure`,
   *   `AuthFailure.TokenFailure`, `AuthFailure.UnauthorizedOperation`, `DryRunOperation`, `FailedOperation`,
   *   `InternalError`, `InvalidAction`, `InvalidParameter`, `InvalidParameterValue`, `InvalidRequest`,
   *   `IpInBlacklist`, `IpNotInWhitelist`, `LimitExceeded`, `MissingParameter`, `NoSuchProduct`, `NoSuchVersion`,
   *   `RequestLimitExceeded`, `RequestLimitExceeded.GlobalRegionUinLimitExceeded`,
   *   `RequestLimitExceeded.IPLimitExceeded`, `RequestLimitExceeded.UinLimitExceeded`, `RequestSizeLimitExceeded`,
   *   `ResourceInUse`, `ResourceInsufficient`, `ResourceNotFound`, `ResourceUnavailable`,
   *   `ResponseSizeLimitExceeded`, `ServiceUnavailable`, `UnauthorizedOperation`, `UnknownParameter`,
   *   `UnsupportedOperation`, `UnsupportedProtocol`, `UnsupportedRegion`; others may come.
   * @see https://www.tencentcloud.com/document/product/1061/49951
   */
  GetSdkVerificationResult(parameters: GetSdkVerificationResultRequest, options?: FaceidCallOptions): Promise<GetSdkVerificationResultResponse>
}

/** The methods, each of them a call of the client. */
export function createMethods(api: TencentClient<paths>): FaceidMethods {
  return {
    ApplySdkVerificationToken: (parameters, options) => api.call('ApplySdkVerificationToken', parameters, options),
    GetSdkVerificationResult: (parameters, options) => api.call('GetSdkVerificationResult', parameters, options),
  }
}
