export { type Credentials, type CredentialsProvider, fromEnv } from '@tc3-edge/signer'
export type { Middleware } from 'openapi-fetch'
export { createTencentClient } from './client.ts'
export {
  AbortedError,
  type ClientErrorCode,
  InvalidParametersError,
  InvalidResponseError,
  NetworkError,
  type Outcome,
  type ParameterIssue,
  ServiceError,
  SigningError,
  TencentError,
  type TencentErrorDetails,
  TimeoutError,
} from './errors.ts'
export type { AttemptEvent, OnAttempt } from './on-attempt.ts'
export type { BaseResponse, OperationInfo } from './operation.ts'
export type { ApiOptions, CallOptions, ClientOptions, Fetch } from './options.ts'
export type {
  Action,
  ActionParameters,
  ActionResponse,
  AnyPaths,
  PostOptions,
  PostResult,
  Region,
  TencentCallOptions,
  TencentClient,
  TencentClientOptions,
  Version,
} from './types.ts'
