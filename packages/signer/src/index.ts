export { fromEnv } from './from-env.ts'
export { authorization, canonicalHeaders, canonicalRequest, credentialScope, stringToSign } from './signature-v3.ts'
export { createSigner } from './signer.ts'
export type {
  Body,
  Credentials,
  CredentialsProvider,
  FetchInit,
  FetchInput,
  FetchResponse,
  HeadersInput,
  SignedHeaders,
  Signer,
  SignerCrypto,
  SignerOptions,
  SigningKey,
  SignOptions,
  SignRequest,
} from './types.ts'
export { deriveSigningKey, sha256Hex } from './web-crypto.ts'
