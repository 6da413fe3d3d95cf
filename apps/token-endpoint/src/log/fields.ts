/** What a request adds to its log line on its way. */
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
  method: 'of the request',
  path: 'of the request, at most 100 characters',
  status: 'of the response',
  durationMs: 'from the request to its response',
  code: "`issued`, `replayed` (a stored response), `read` (a result), `unfinished` (there is none yet), `caller-gone` (the connection was reset while the request waited), or the [problem's](answers.md)",
  caller:
    '`backend:name`, or `user:` and a hash that nobody can compute without the first of `BINDING_KEYS`; it changes with that key',
  reason:
    "of `credentials-invalid`, in the words of the next table. Of `capacity-exhausted`: `bodies` ([too many large ones](#large-bodies), not too many calls). Of `result-not-found`: `receipt` (it does not prove that the token is the caller's), `upstream` (Tencent does not know the token), `binding-mismatch` ([look into it](#reading-results))",
  claim: 'the required claim that is wrong or missing, for the reason `claim`',
  appCheck:
    'of app users, unless `APP_CHECK` is off: `valid`, `missing`, `unavailable` (no keys could be fetched), or why the token of App Check is invalid, in the words of the next table',
  preset: 'if it is one of yours',
  parameters: 'names of the rejected parameters, if Tencent has them',
  waitMs: 'how long the request waited for its permit',
  upstreamMs: 'how long the call to Tencent took',
  upstreamCode: "Tencent's error code, or the client's own (`Client.`...)",
  upstreamRequestId: "Tencent's name for the call",
  throttled: 'how many calls of this request Tencent throttled, whatever became of it',
  signing: '`present` if the call was signed [with the present time](#signatures)',
  cause:
    "the kind of error behind the problem, in fixed words. The issuer's: `IssuerFailure` and `unreachable`, `timeout`, `status-500` (or another), `not-json`, `not-a-jwks`, `too-large` (over 1 MB), `cooling-down` (it failed less than two seconds ago). A connection's: `connection-lost`, `no-such-host`, `certificate`. The gate's: `overloaded`, `durableObjectReset`, `retryable`",
  invalidSettings: 'the invalid settings, by name',
  stack: 'where an error of our own was thrown',
}
