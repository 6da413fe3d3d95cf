// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

/** What a call needs to know besides its parameters. */
export interface Operation {
  /** `X-TC-Action`. */
  readonly action: string
  /** `X-TC-Version`. */
  readonly version: string
  /** The service of the credential scope. */
  readonly service: string
  /** The key of the path in the spec. Only the part before `#` is sent. */
  readonly path: keyof import('./wire-types.ts').paths
  /** The fields that every answer has, with their JSON type. */
  readonly answerFields: Readonly<Record<string, string>>
}

export const operations: { readonly [Name in 'ApplySdkVerificationToken']: Operation } = {
  ApplySdkVerificationToken: {
    action: 'ApplySdkVerificationToken',
    version: '2018-03-01',
    service: 'faceid',
    path: '/#X-TC-Action=ApplySdkVerificationToken',
    answerFields: {"SdkToken":"string","RequestId":"string"},
  },
}
