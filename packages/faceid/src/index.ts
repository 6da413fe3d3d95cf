export type { CallOptions } from './call.ts'
export { createFaceidClient, type FaceidClient } from './client.ts'
export {
  AbortedError,
  type ClientErrorCode,
  FaceidError,
  type FaceidErrorDetails,
  InvalidResponseError,
  NetworkError,
  type Outcome,
  ServiceError,
  type ServiceErrorCode,
  TimeoutError,
} from './errors.ts'
export type * from './generated/methods.ts'
export type { FaceidClientOptions } from './options.ts'
