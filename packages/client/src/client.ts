import { createSigner } from '@tc3-edge/signer'
import createClient from 'openapi-fetch'
import { createAttempt } from './attempt.ts'
import { BufferedRequest } from './buffered-request.ts'
import type { Call } from './call.ts'
import { secretsOf } from './call-secrets.ts'
import { withTimeout } from './deadline.ts'
import { InvalidParametersError } from './errors.ts'
import {
  type ApiOptions,
  type CallOptions,
  type CallSettings,
  type ClientOptions,
  checkCallOptions,
  checkClientOptions,
  checkPostOptions,
  type UntypedPostOptions,
} from './options.ts'
import { parseJson } from './received.ts'
import { redact } from './redact.ts'
import { serializeParameters } from './serialize-parameters.ts'
import { transport } from './transport.ts'
import type { AnyPaths, TencentClient, TencentClientOptions } from './types.ts'
import { type Unwrapped, unwrapResponse } from './unwrap-response.ts'

const PATH_PREFIX = '/#X-TC-Action='

/**
 * Creates a client of a Tencent Cloud service: an openapi-fetch client whose requests are signed, timed and retried. Make
 * one and keep it: it caches derived keys and temporary credentials, and knows what time it is at the service.
 *
 * `Paths` is what openapi-typescript writes for a description with a path `/#X-TC-Action=...` for each operation. Without
 * it, any action and any parameters are taken.
 *
 * @throws TypeError that names the option, for those that can't work.
 *
 * @example
 * const cvm = createTencentClient<paths>({
 *   endpoint: 'https://cvm.tencentcloudapi.com',
 *   version: '2017-03-12',
 *   region: 'ap-singapore',
 *   credentials: fromEnv(),
 * })
 * const { data, error } = await cvm.POST('/#X-TC-Action=DescribeRegions', { body: {} })
 * const { RegionSet } = await cvm.call('DescribeRegions', {})
 */
export function createTencentClient<Paths = AnyPaths>(options: TencentClientOptions<Paths>): TencentClient<Paths> {
  // Actions, parameters and responses are told apart by types alone: at run time one function serves them all. That a
  // response is of its type is what the description promises; of its fields only those that are required are checked.
  return createUntypedClient(options as ClientOptions & ApiOptions) as unknown as TencentClient<Paths>
}

/** Paths for openapi-fetch's own types, which know nothing of ours. */
interface SomePaths {
  [path: string]: {
    post: {
      parameters: { header?: Readonly<Record<string, unknown>> }
      requestBody?: { content: { 'application/json': unknown } }
      responses: { 200: unknown }
    }
  }
}

function createUntypedClient(options: ClientOptions & ApiOptions) {
  const clientSettings = checkClientOptions(options)
  const { endpoint, version, operations = {}, middleware = [], validate } = options
  const credentials = withTimeout(options.credentials, clientSettings.timeout)
  const service = options.service ?? serviceOf(endpoint)
  const { crypto, dangerouslyAllowLongTermSecretsInBrowser } = options
  const signer = createSigner({ credentials, service, crypto, dangerouslyAllowLongTermSecretsInBrowser })
  /** What each response says, for when it comes back from middleware. */
  const unwrapped = new WeakMap<Response, Unwrapped>()
  // Looked up at each call, for those who replace it. As a method of anything but the global object it throws in browsers.
  const attempt = createAttempt(signer, options.fetch ?? ((url, init) => globalThis.fetch(url, init)), unwrapped)
  const core = createClient<SomePaths>({ baseUrl: endpoint, Request: BufferedRequest as typeof Request })
  core.use(...middleware)

  async function run(path: string, parameters: unknown, settings: CallSettings, options: UntypedPostOptions = {}) {
    const { params = {}, parseAs = 'json', middleware = [] } = options
    const call = prepareCall(actionOf(path), parameters, settings)
    const { data, error, response } = await core.POST(path, {
      params,
      headers: headersOf(settings),
      // As text, so that nothing is parsed twice, and a middleware's own response is unwrapped like any other.
      parseAs: parseAs === 'json' ? 'text' : parseAs,
      middleware: [...middleware],
      signal: settings.signals.at(-1) ?? null,
      body: parameters,
      bodySerializer: () => call.body,
      fetch: (request: Request) => transport(request, call, attempt),
    })
    const result =
      unwrapped.get(response) ?? (parseAs === 'json' ? unwrapMock(response, data ?? error, call) : undefined)
    if (result?.error) return { error: result.error, response }
    if (parseAs === 'json') return { data: result?.data, response }
    return error === undefined ? { data, response } : { error, response }
  }

  function prepareCall(action: string, parameters: unknown, settings: CallSettings): Call {
    const body = serializeParameters(action, parameters)
    const issues = validate ? validate(action, parameters) : []
    // A promise of issues would come too late.
    if (!Array.isArray(issues)) throw new TypeError('validate should return an array of issues')
    if (issues.length > 0) throw new InvalidParametersError(action, issues)
    const operation = (Object.hasOwn(operations, action) && operations[action]) || {}
    return { action, version, operation, settings, body, attempts: 0 }
  }

  async function POST(path: string, postOptions: UntypedPostOptions = {}) {
    const settings = checkPostOptions(clientSettings, postOptions)
    return run(path, postOptions.body === undefined ? {} : postOptions.body, settings, postOptions)
  }

  async function call(action: string, parameters: unknown = {}, callOptions: CallOptions = {}) {
    const { data, error } = await run(PATH_PREFIX + action, parameters, checkCallOptions(clientSettings, callOptions))
    if (error) throw error
    return data
  }

  const refuse = () => Promise.reject(new TypeError('Operations are called by POST'))
  return {
    POST,
    call,
    GET: refuse,
    PUT: refuse,
    DELETE: refuse,
    OPTIONS: refuse,
    HEAD: refuse,
    PATCH: refuse,
    TRACE: refuse,
    request: (method: string, path: string, init?: UntypedPostOptions) =>
      /^post$/i.test(method) ? POST(path, init) : refuse(),
    use: core.use,
    eject: core.eject,
  }
}

/** The service that an endpoint under tencentcloudapi.com names: the first label of its host. */
function serviceOf(endpoint: string): string {
  const [, service] = /^([a-z][\w-]*)\.(.+\.)?tencentcloudapi\.com$/.exec(new URL(endpoint).hostname) ?? []
  if (service === undefined)
    throw new TypeError('service should be a name such as "cvm", because the endpoint does not say it')
  return service
}

function actionOf(path: unknown): string {
  const [, action] = /^\/#X-TC-Action=(\w+)$/.exec(String(path)) ?? []
  if (action === undefined)
    throw new TypeError(`The path should be "${PATH_PREFIX}" with the name of an action behind it`)
  return action
}

function headersOf({ headers, region, language }: CallSettings): Record<string, string> {
  return { ...(region && { 'x-tc-region': region }), ...(language && { 'x-tc-language': language }), ...headers }
}

/** A response that a middleware made up: its body is what the API would have sent. */
function unwrapMock(response: Response, content: unknown, call: Call): Unwrapped {
  const text = typeof content === 'string' ? content : ''
  const json = typeof content === 'string' ? parseJson(content) : content
  const { status, headers } = response
  return unwrapResponse({ status, headers, text, json, tooLong: false }, call, (part) => redact(part, secretsOf(call)))
}
