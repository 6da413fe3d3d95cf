// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

/** The names of all operations. */
export type OperationName = 'ApplySdkVerificationToken' | 'GetSdkVerificationResult'

/** What a call needs to know besides its parameters. */
export interface Operation {
  /** `X-TC-Action`. */
  readonly action: OperationName
  /** `X-TC-Version`. */
  readonly version: string
  /** The fields that every answer has, with their JSON type: several with `or` between. */
  readonly answerFields: Readonly<Record<string, string>>
  /** The fields of requests and answers that must not show up in errors. */
  readonly secrets: readonly string[]
}

/** The origin of the API, unless a client names another. */
export const serviceEndpoint = 'https://faceid.tencentcloudapi.com'

/** The service of the credential scope, whatever the endpoint. */
export const serviceName = 'faceid'

export const operations: { readonly [Name in OperationName]: Operation } = {
  ApplySdkVerificationToken: {
    action: 'ApplySdkVerificationToken',
    version: '2018-03-01',
    answerFields: {"SdkToken":"string","RequestId":"string"},
    secrets: ["CompareImage","MetaData","SdkToken","ServerParamInfo"],
  },
  GetSdkVerificationResult: {
    action: 'GetSdkVerificationResult',
    version: '2018-03-01',
    answerFields: {"Result":"string","RequestId":"string"},
    secrets: ["CardInfo","EditDetails","Extra","MD5","NormalCardInfo","SdkToken","Url"],
  },
}
