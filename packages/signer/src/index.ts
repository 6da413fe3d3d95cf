export { type AuthorizationParts, authorization } from './authorization.ts'
export { type CanonicalRequestParts, canonicalRequest, signedHeaderNames } from './canonical-request.ts'
export { sha256Hex } from './encoding.ts'
export { fromEnv } from './from-env.ts'
export { createSigner } from './signer.ts'
export { deriveSigningKey, type SigningKey } from './signing-key.ts'
export { credentialScope, type Scope, stringToSign, utcDate } from './string-to-sign.ts'
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
