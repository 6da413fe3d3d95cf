export { type Credentials, type CredentialsProvider, fromEnv } from '@tc3-edge/signer'
export type { CallOptions } from './call.ts'
export { createFaceidClient, type FaceidClient } from './client.ts'
export {
  AbortedError,
  type ClientErrorCode,
  FaceidError,
  type FaceidErrorDetails,
  InvalidParametersError,
  InvalidResponseError,
  NetworkError,
  type Outcome,
  ServiceError,
  type ServiceErrorCode,
  SigningError,
  TimeoutError,
} from './errors.ts'
export type * from './generated/methods.ts'
export type { OperationName } from './generated/operations.ts'
export type { AttemptEvent, OnAttempt } from './on-attempt.ts'
export type { FaceidClientOptions } from './options.ts'
export type { ParameterIssue } from './parameter-issue.ts'
export type { Fetch, Signal } from './runtime-types.ts'
