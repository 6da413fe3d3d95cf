import {
  type ClientOptions,
  createTencentClient,
  type ParameterIssue,
  type Region,
  type TencentClient,
} from '@tc3-edge/client'
import { createMethods, type FaceidMethods } from './generated/methods.ts'
import { endpoint, type OperationName, operations, service, version } from './generated/operations.ts'
import type { paths } from './generated/wire-types.ts'

/** Options of `createFaceidClient`. Those of `FaceidCallOptions` hold for every call that does not say otherwise. */
export interface FaceidClientOptions extends Omit<ClientOptions, 'region' | 'validate'> {
  /** `X-TC-Region`, such as `ap-singapore`. */
  readonly region: Region<paths>
  /**
   * The origin of the API, without a path. `https://faceid.intl.tencentcloudapi.com` for international accounts.
   * @default 'https://faceid.tencentcloudapi.com'
   */
  readonly endpoint?: string | undefined
  /**
   * Checks parameters before anything is sent: `validateParameters` of `@tc3-edge/faceid/validate`. A call with issues
   * rejects with `InvalidParametersError`. Default: only that they can be written as JSON, and the validators are not loaded.
   */
  readonly validate?: ((operation: OperationName, parameters: unknown) => readonly ParameterIssue[]) | undefined
}

/** A client of Tencent Cloud's faceid API: one method per operation. */
export interface FaceidClient extends FaceidMethods {
  /** The openapi-fetch client that every method goes through: register middleware with `faceid.api.use()`. */
  readonly api: TencentClient<paths>
}

/**
 * Creates a client. Methods, parameters and responses are named as in the official SDK. Make one and keep it: it caches
 * derived keys and temporary credentials, and knows what time it is at the service.
 *
 * Calls reject with a `TencentError`, or with a `TypeError` for options that can't work.
 *
 * @throws TypeError that names the option, for those of the client.
 *
 * @example
 * const faceid = createFaceidClient({ credentials: { secretId, secretKey }, region: 'ap-singapore' })
 * const { SdkToken } = await faceid.ApplySdkVerificationToken({ CheckMode: 1 })
 */
export function createFaceidClient(options: FaceidClientOptions): FaceidClient {
  checkOptions(options)
  const api = createTencentClient<paths>({
    ...options,
    endpoint: options.endpoint ?? endpoint,
    service,
    version,
    operations,
  })
  return { api, ...createMethods(api) }
}

/** What is faceid's own; the client checks the others. */
function checkOptions(options: FaceidClientOptions): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('options should be an object')
  const fixed = ['service', 'version', 'operations'].find((name) => Object.hasOwn(options, name))
  if (fixed !== undefined) throw new TypeError(`Unknown option "${fixed}": the one of faceid is used`)
  if (options.region === undefined) throw new TypeError('region should be a region such as "ap-singapore"')
}
