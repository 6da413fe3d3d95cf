import type { Signer, SignerOptions } from '@tc3-edge/signer'
import type { Context } from '../suite.ts'

/** 2025-01-01T00:00:00Z, in UNIX seconds. */
export const timestamp = 1735689600

export const credentials = { secretId: 'AKIDEXAMPLE', secretKey: 'verySecretEXAMPLE' }
export const post = { method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{}' } as const

/** A signer for faceid; the browser, too, lets it have the example key. */
export function signerOf({ signer, crypto }: Context, options: Partial<SignerOptions> = {}): Signer {
  return signer.createSigner({
    credentials,
    crypto,
    service: 'faceid',
    dangerouslyAllowLongTermSecretsInBrowser: true,
    ...options,
  })
}
