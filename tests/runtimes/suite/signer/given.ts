import type { Signer, SignerOptions } from '@tc3-edge/signer'
import type { Context } from '../suite.ts'

/** 2025-01-01T00:00:00Z, in UNIX seconds. */
export const timestamp = 1735689600

export const credentials = { secretId: 'AKIDEXAMPLE', secretKey: 'verySecretEXAMPLE' }
export const post = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{}' } as const

export const authorizationOfPost =
  'TC3-HMAC-SHA256 Credential=AKIDEXAMPLE/2025-01-01/faceid/tc3_request, SignedHeaders=content-type;host, Signature='

/** A signer for faceid; the browser, too, lets it have the example key. */
export function signerOf({ signer }: Context, options: Partial<SignerOptions> = {}): Signer {
  return signer.createSigner({
    credentials,
    service: 'faceid',
    dangerouslyAllowLongTermSecretsInBrowser: true,
    ...options,
  })
}
