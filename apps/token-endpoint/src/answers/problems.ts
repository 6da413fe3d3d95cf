/** Every problem this endpoint answers with: its stable code, status and meaning (RFC 9457). */
export const problems = {
  'allowance-used': {
    status: 429,
    title: 'The caller has had its tokens of this hour',
    advice: 'Wait for as long as Retry-After says.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    advice: 'Send a smaller body. Backends may send 10 MB.',
  },
  'capacity-exhausted': {
    status: 503,
    title: 'All calls of this second are taken',
    advice: 'Wait for as long as Retry-After says, then send the same request again.',
  },
  'content-type-unsupported': {
    status: 415,
    title: 'The body is not declared as JSON',
    advice: 'Send the header "Content-Type: application/json".',
  },
  'credentials-invalid': {
    status: 401,
    title: 'The credentials are not valid',
    advice: 'Send an API key that this endpoint knows.',
  },
  'credentials-missing': {
    status: 401,
    title: 'There are no credentials',
    advice: 'Send "Authorization: Bearer" with an API key.',
  },
  'endpoint-misconfigured': {
    status: 503,
    title: 'This endpoint is not set up completely',
    advice: 'Tell its operator. GET /healthz says which setting it is.',
  },
  'gate-unavailable': {
    status: 503,
    title: 'The quota can not be checked right now',
    advice: 'Wait for as long as Retry-After says, then send the same request again, with the same Idempotency-Key.',
  },
  'idempotency-key-in-progress': {
    status: 409,
    title: 'A request with this Idempotency-Key is being carried out',
    advice: 'Wait for as long as Retry-After says, then send the same request again for its answer.',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: 'The Idempotency-Key is malformed',
    advice: 'Send 1 to 255 visible ASCII characters in quotes, such as "8e03978e-40d5-43dd-bc93-6894a57f9324".',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    advice: 'Use a new key for a new request.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong here',
    advice: 'Send the request again. If it happens again, tell the operator the requestId.',
  },
  'json-invalid': {
    status: 400,
    title: 'The body is not JSON',
    advice: 'Send a JSON object such as {"preset": "default", "parameters": {}}.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The path does not take this method',
    advice: 'Use a method that the header Allow names.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this path',
    advice: 'Tokens are issued at POST /v1/tokens.',
  },
  'parameters-invalid': {
    status: 400,
    title: 'A parameter is not valid',
    advice: 'Correct what "errors" names. The same request would fail again.',
  },
  'parameters-not-open': {
    status: 403,
    title: 'The preset does not open a parameter to this caller',
    advice: 'Leave out what "errors" names, or ask the operator to open it in the preset.',
  },
  'preset-unknown': {
    status: 400,
    title: 'There is no such preset',
    advice: 'Name a preset that the operator has set up, or leave it out for "default".',
  },
  'request-invalid': {
    status: 400,
    title: 'The request does not have the right form',
    advice: 'Send a JSON object such as {"preset": "default", "parameters": {}}.',
  },
  'upstream-credentials-refused': {
    status: 502,
    title: 'Tencent Cloud does not accept this endpoint',
    advice: 'Tell the operator. Sending the request again does not help until it is mended.',
  },
  'upstream-failed': {
    status: 502,
    title: 'Tencent Cloud did not issue a token',
    advice: 'No token was issued. Send the request again a little later.',
  },
  'upstream-outcome-unknown': {
    status: 502,
    title: 'The answer of Tencent Cloud was lost',
    advice: 'A token may have been issued, but nobody has it. Send the request again.',
  },
  'upstream-throttled': {
    status: 503,
    title: 'Tencent Cloud is throttling the account',
    advice: 'Wait for as long as Retry-After says, then send the same request again.',
  },
  'upstream-timeout': {
    status: 504,
    title: 'Tencent Cloud did not answer in time',
    advice: 'A token may have been issued, but nobody has it. Send the request again.',
  },
} as const satisfies Readonly<Record<string, ProblemType>>

export type ProblemCode = keyof typeof problems

interface ProblemType {
  readonly status: number
  readonly title: string
  /** What whoever gets the problem should do. */
  readonly advice: string
}
