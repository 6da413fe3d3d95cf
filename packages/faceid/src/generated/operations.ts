// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

import type { OperationInfo } from '@tc3-edge/client'

/** The names of all operations. */
export type OperationName = 'ApplySdkVerificationToken' | 'GetSdkVerificationResult'

/** The origin of the API, unless a client names another. */
export const endpoint = 'https://faceid.tencentcloudapi.com'

/** The service of the credential scope, whatever the endpoint. */
export const service = 'faceid'

/** `X-TC-Version`. */
export const version = '2018-03-01'

/** What the description says of each operation. */
export const operations: { readonly [Name in OperationName]: OperationInfo } = {
  ApplySdkVerificationToken: {
    idempotent: false,
    region: "required",
    maxResponseBytes: 1048576,
    requestsPerSecond: 20,
    secrets: ["CompareImage","MetaData","SdkToken","ServerParamInfo"],
    requiredResponseFields: {"SdkToken":"string"},
  },
  GetSdkVerificationResult: {
    idempotent: true,
    region: "required",
    maxResponseBytes: 1048576,
    requestsPerSecond: 20,
    secrets: ["CardInfo","EditDetails","Extra","MD5","NormalCardInfo","SdkToken","Url"],
    requiredResponseFields: {"Result":"string"},
  },
}
