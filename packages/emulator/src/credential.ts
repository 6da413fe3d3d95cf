export interface Credential {
  /** What stands in `Credential=` of the Authorization header. */
  secretId: string
  secretKey: string
  /** The session token of temporary credentials: required in `X-TC-Token` with them, refused without. */
  token?: string
  /** Credentials of one account share its quota. Default: the SecretId. */
  account?: string
}

/** What the emulator accepts unless told otherwise. They open nothing but an emulator. */
export const developmentCredential: Credential = {
  secretId: 'AKID-emulator-development-only',
  secretKey: 'emulator-development-key-not-a-secret',
}

/** The quota that a call with this credential uses. */
export function accountOf(credential: Credential): string {
  return credential.account ?? credential.secretId
}
