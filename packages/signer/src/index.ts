export { authorization } from './authorization.ts'
export { canonicalHeaders, canonicalRequest } from './canonical-request.ts'
export { sha256Hex } from './encoding.ts'
export { fromEnv } from './from-env.ts'
export { createSigner } from './signer.ts'
export { deriveSigningKey, type SigningKey } from './signing-key.ts'
export { credentialScope, stringToSign } from './string-to-sign.ts'
export type {
  Body,
  Credentials,
  CredentialsProvider,
  FetchInit,
  FetchResponse,
  HeadersInput,
  SignedHeaders,
  Signer,
  SignerOptions,
  SignOptions,
  SignRequest,
} from './types.ts'
