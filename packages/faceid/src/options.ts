import type { Credentials, CredentialsProvider } from '@tc3-edge/signer'
import type { CallOptions } from './call.ts'

/** Options of `createFaceidClient`. */
export interface FaceidClientOptions extends Pick<CallOptions, 'timeout' | 'maxRetries' | 'language'> {
  /** The keys of the account, or a function that fetches them. */
  readonly credentials: Credentials | CredentialsProvider
  /** `X-TC-Region`, such as `ap-singapore`. */
  readonly region: string
  /**
   * Where the API is. The host names the service as well, so a proxy must keep the path `/`.
   * @default 'https://faceid.tencentcloudapi.com'
   */
  readonly endpoint?: string
  /**
   * How long one attempt may take, in milliseconds, up to the last byte of the answer.
   * @default 10000
   */
  readonly timeout?: number
  /**
   * How many more attempts may follow the first. 0 means exactly one.
   * @default 2
   */
  readonly maxRetries?: number
  /** What sends the requests. Default: the runtime's `fetch`. */
  readonly fetch?: typeof fetch
}

/** Options after they have been checked, with nothing left open. */
export interface Settings {
  readonly credentials: Credentials | CredentialsProvider
  readonly endpoint: string
  readonly fetch: typeof fetch
  readonly region: string
  readonly timeout: number
  readonly maxRetries: number
  readonly language: 'zh-CN' | 'en-US' | undefined
}

const known = new Set(['credentials', 'region', 'endpoint', 'timeout', 'maxRetries', 'language', 'fetch'])

/** Fills in defaults. Throws a `TypeError` that names the option and what it should be. */
export function checkedSettings(options: FaceidClientOptions): Settings {
  for (const name of Object.keys(options)) {
    if (!known.has(name)) throw new TypeError(`Unknown option "${name}". Known: ${[...known].join(', ')}`)
  }
  return {
    credentials: options.credentials,
    endpoint: endpointOrigin(options.endpoint ?? 'https://faceid.tencentcloudapi.com'),
    // Called as a plain function: `fetch` as a method of anything but the global object throws in workerd and browsers.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    language: options.language,
    ...checkedCallSettings({ timeout: 10_000, maxRetries: 2 }, options),
  }
}

/** The options of one call over those of the client. Throws a `TypeError` that names the option. */
export function checkedCallSettings(
  defaults: { readonly region?: string; readonly timeout: number; readonly maxRetries: number },
  options: CallOptions,
): { region: string; timeout: number; maxRetries: number } {
  const region = options.region ?? defaults.region
  const timeout = options.timeout ?? defaults.timeout
  const maxRetries = options.maxRetries ?? defaults.maxRetries
  if (typeof region !== 'string' || !/^[a-z0-9-]+$/.test(region)) {
    throw new TypeError('region should be the name of a region, such as "ap-singapore"')
  }
  if (!(timeout > 0)) throw new TypeError(`timeout should be a positive number of milliseconds, but is ${timeout}`)
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new TypeError(`maxRetries should be a whole number from 0 up, but is ${maxRetries}`)
  }
  return { region, timeout, maxRetries }
}

function endpointOrigin(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.username) {
    throw new TypeError(`endpoint should be an origin such as "https://faceid.tencentcloudapi.com"`)
  }
  return url.origin
}
