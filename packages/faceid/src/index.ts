export {
  AbortedError,
  type AttemptEvent,
  type ClientErrorCode,
  type Credentials,
  type CredentialsProvider,
  type Fetch,
  fromEnv,
  InvalidParametersError,
  InvalidResponseError,
  type Middleware,
  NetworkError,
  type OnAttempt,
  type OperationInfo,
  type Outcome,
  type ParameterIssue,
  ServiceError,
  SigningError,
  type TencentClient,
  TencentError,
  type TencentErrorDetails,
  TimeoutError,
} from '@tc3-edge/client'
export { createFaceidClient, type FaceidClient, type FaceidClientOptions } from './client.ts'
export type * from './generated/methods.ts'
export { type OperationName, operations } from './generated/operations.ts'
export type { paths } from './generated/wire-types.ts'
