/** Not a secret: the pair that the emulator accepts by default. */
export const credentials = {
  secretId: 'AKID-emulator-development-only',
  secretKey: 'emulator-development-key-not-a-secret',
}

export const region = 'ap-singapore'
export const action = 'ApplySdkVerificationToken'
export const version = '2018-03-01'

/** Parameters that are that many bytes as JSON. */
export function parametersOf(bytes: number): { readonly CheckMode: number; readonly CompareImage: string } {
  const empty = JSON.stringify({ CheckMode: 2, CompareImage: '' }).length
  return { CheckMode: 2, CompareImage: 'A'.repeat(bytes - empty) }
}
