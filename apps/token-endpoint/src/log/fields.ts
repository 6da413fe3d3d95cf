/** Facts that are added to a request's log line while it is handled. */
export interface LogFacts {
  readonly code?: string
  readonly caller?: string
  readonly reason?: string
  readonly claim?: string
  readonly appCheck?: string
  readonly preset?: string
  readonly parameters?: readonly string[]
  readonly waitMs?: number
  readonly upstreamMs?: number
  readonly upstreamCode?: string
  readonly upstreamRequestId?: string
  readonly throttled?: number
  readonly signing?: 'present'
  readonly cause?: string
  readonly invalidSettings?: readonly string[]
  readonly stack?: readonly string[]
}

/** The log line of one request. */
export interface LogLine extends LogFacts {
  readonly requestId: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly durationMs: number
}

/** What each field holds. docs/operating.md shows this table. */
export const logFields: Readonly<Record<keyof LogLine, string>> = {
  requestId:
    "the caller's `X-Request-Id` if it has 8 to 64 letters, digits, `_` and `-`; a new one otherwise. The response returns it",
  method: 'method of the request',
  path: 'path of the request, at most 100 characters',
  status: 'status of the response',
  durationMs: 'time from the request to its response',
  code: "`issued`, `replayed` (a stored response), `read` (a result), `unfinished` (there is none yet), `caller-gone` (the connection was reset while the request waited), or the [problem's](answers.md)",
  caller:
    '`backend:` and its name, or `user:` and a pseudonym, a hash keyed with the first of `BINDING_KEYS`; it changes with that key',
  reason:
    "for `credentials-invalid`, a value of the next table. For `capacity-exhausted`: `bodies` ([too many large ones](#large-bodies), not too many calls). For `result-not-found`: `receipt` (it does not prove that the token is the caller's), `upstream` (Tencent does not know the token), `binding-mismatch` ([look into it](#reading-results))",
  claim: 'for the reason `claim`: the required claim that is wrong or missing',
  appCheck:
    'for app users, unless `APP_CHECK` is off: `valid`, `missing`, `unavailable` (no keys could be fetched), or why the App Check token is invalid, as in the next table',
  preset: 'the preset, if it exists',
  parameters: 'names of the rejected parameters, as far as Tencent Cloud has them',
  waitMs: 'how long the request waited for its permit',
  upstreamMs: 'how long the call to Tencent took',
  upstreamCode: "Tencent's error code, or the client's own (`Client.`...)",
  upstreamRequestId: "Tencent's id of the call",
  throttled: 'how many calls of this request Tencent throttled, even if the request succeeded',
  signing: '`present` if the call was signed [with the present time](#signatures)',
  cause:
    'the kind of error behind the problem. Of the issuer: `IssuerFailure` and `unreachable`, `timeout`, `status-500` (or another), `not-json`, `not-a-jwks`, `too-large` (over 1 MB), `cooling-down` (it failed less than two seconds ago). Of a connection: `connection-lost`, `no-such-host`, `certificate`. Of the gate: `overloaded`, `durableObjectReset`, `retryable`',
  invalidSettings: 'each invalid setting, and what is wrong with it',
  stack: 'where an unexpected error was thrown',
}
