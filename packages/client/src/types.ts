import type { Client, Middleware, ParseAs, ParseAsResponse } from 'openapi-fetch'
import type { ParameterIssue, ServiceError } from './errors.ts'
import type { BaseResponse, OperationInfo } from './operation.ts'
import type { ApiOptions, CallOptions, ClientOptions } from './options.ts'

/** A response with status 200 as API documents describe it: what is asked for, or an error, in an envelope. */
type Envelope<Response> = { 200: { content: { 'application/json': { Response: Response } } } }

type HeadersOf<Operation> = Operation extends { parameters: { header?: infer Headers } }
  ? NonNullable<Headers>
  : unknown

/** The names of the operations that paths describe. */
export type Action<Paths> = keyof Paths extends infer Path
  ? Path extends `/#X-TC-Action=${infer Name}`
    ? Name
    : never
  : never

type PathOf<Name extends string> = `/#X-TC-Action=${Name}`
type OperationOf<Paths, Name extends string> =
  PathOf<Name> extends infer Path extends keyof Paths
    ? Paths[Path] extends { post: infer Operation }
      ? Operation
      : never
    : never

/** The parameters of an operation. */
export type ActionParameters<Paths, Name extends string> =
  OperationOf<Paths, Name> extends { requestBody?: { content: { 'application/json': infer Body } } } ? Body : never

/** What an operation returns, without its envelope. */
export type ActionResponse<Paths, Name extends string> =
  OperationOf<Paths, Name> extends { responses: Envelope<infer Response> }
    ? Exclude<Response, { Error: unknown }>
    : BaseResponse

type AnyHeaders<Paths> = HeadersOf<OperationOf<Paths, Action<Paths>>>

type DescribedRegion<Paths> = AnyHeaders<Paths> extends { 'X-TC-Region'?: infer Value } ? Value : never

/** The regions that paths describe, as suggestions: a new one must not need a new description. */
export type Region<Paths> = (DescribedRegion<Paths> & string) | (string & {})

/** The version that paths describe. */
export type Version<Paths> = AnyHeaders<Paths> extends { 'X-TC-Version': infer Value extends string } ? Value : string

/** Options of `createTencentClient`. */
export interface TencentClientOptions<Paths> extends Omit<ClientOptions & ApiOptions, 'version' | 'validate'> {
  readonly region?: Region<Paths> | undefined
  readonly version: Version<Paths>
  readonly validate?: ((action: Action<Paths>, parameters: unknown) => readonly ParameterIssue[]) | undefined
  readonly operations?: { readonly [Name in Action<Paths>]?: OperationInfo | undefined } | undefined
}

/** Options of one call. */
export interface TencentCallOptions<Paths> extends CallOptions {
  readonly region?: Region<Paths> | undefined
}

/** An operation as openapi-fetch takes it: with the headers that callers may set, and what stands in the envelope. */
interface UnwrappedOperation<Paths, Name extends string> {
  parameters: { header?: { 'X-TC-Region'?: Region<Paths>; 'X-TC-Language'?: 'zh-CN' | 'en-US' } }
  requestBody: { content: { 'application/json': ActionParameters<Paths, Name> } }
  responses: {
    200: { content: { 'application/json': ActionResponse<Paths, Name> } }
    '4XX': { content: { 'application/json': ServiceError } }
  }
}

type UnwrappedPaths<Paths> = { [Name in Action<Paths> as PathOf<Name>]: { post: UnwrappedOperation<Paths, Name> } }

/** Whether all of the parameters may be left out. */
type AreOptional<Parameters> = Partial<Parameters> extends Parameters ? true : false

type WithBody<Parameters> = AreOptional<Parameters> extends true ? { body?: Parameters } : { body: Parameters }

/** What `POST` takes: openapi-fetch's options that make sense here, and those of a call. */
export type PostOptions<Paths, Name extends string> = TencentCallOptions<Paths> &
  WithBody<ActionParameters<Paths, Name>> & {
    params?: { header?: UnwrappedOperation<Paths, Name>['parameters']['header'] }
    parseAs?: ParseAs
    middleware?: Middleware[]
  }

/** `data` is what stands in the envelope, `error` what the service has refused. The lack of a response is thrown. */
export type PostResult<Paths, Name extends string, Options> =
  | { data: ParseAsResponse<ActionResponse<Paths, Name>, Options>; error?: never; response: Response }
  | { data?: never; error: ServiceError; response: Response }

/** Parameters may be left out where all of them may. */
type CallArguments<Paths, Parameters> =
  AreOptional<Parameters> extends true
    ? [parameters?: Parameters | undefined, options?: TencentCallOptions<Paths> | undefined]
    : [parameters: Parameters, options?: TencentCallOptions<Paths> | undefined]

// POST is declared here, because openapi-fetch's type rebuilds what it is given: an error would lose its class, and a string
// with suggestions would be no string. With Client behind it, it can be used wherever one is asked for.
/** An openapi-fetch client of a Tencent Cloud service, with one method more. */
export type TencentClient<Paths> = {
  /**
   * Calls an operation as openapi-fetch does.
   *
   * @returns `data`, the response without its envelope, or `error`, what the service has refused.
   * @throws TencentError where there is no response of the service. TypeError for options that can't work.
   */
  POST<Name extends Action<Paths>, Options extends PostOptions<Paths, Name>>(
    path: PathOf<Name>,
    ...options: AreOptional<ActionParameters<Paths, Name>> extends true ? [options?: Options] : [options: Options]
  ): Promise<PostResult<Paths, Name, Options>>
  /**
   * Calls an operation by its name.
   *
   * @returns the response without its envelope.
   * @throws TencentError for a refusal as well as for no response. TypeError for options that can't work.
   */
  call<Name extends Action<Paths>>(
    action: Name,
    ...parametersAndOptions: CallArguments<Paths, ActionParameters<Paths, Name>>
  ): Promise<ActionResponse<Paths, Name>>
} & Client<UnwrappedPaths<Paths>, 'application/json'>

/** The paths of a service without a description: any action, any parameters. */
export type AnyPaths = {
  readonly [_ in PathOf<string>]: {
    post: {
      requestBody: { content: { 'application/json': Record<string, unknown> } }
      responses: Envelope<BaseResponse & Record<string, unknown>>
    }
  }
}
