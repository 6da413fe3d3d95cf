interface ProblemType {
  readonly status: number
  readonly title: string
  /** What whoever gets the problem should do. */
  readonly advice: string
  /** Which Idempotency-Key to send the next time: the same one, a new one, or it makes no difference. */
  readonly key: 'same' | 'new' | 'either'
}

const WAIT = 'Wait for Retry-After, then send the same request again.'

/** Every problem that this endpoint returns: its stable code, status and meaning (RFC 9457). */
export const problems = {
  'quota-exceeded': {
    status: 429,
    title: 'Hourly token limit reached',
    advice: WAIT,
    key: 'same',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    advice: 'Send a smaller body: 16 kB for app users, 10 MB for backends.',
    key: 'either',
  },
  'capacity-exhausted': {
    status: 503,
    title: 'No capacity right now',
    advice: WAIT,
    key: 'same',
  },
  'content-type-unsupported': {
    status: 415,
    title: 'The body is not declared as JSON',
    advice: 'Send the header "Content-Type: application/json".',
    key: 'either',
  },
  'credentials-invalid': {
    status: 401,
    title: 'The credentials are not valid',
    advice: 'Send a fresh JWT of your issuer, or an API key that this endpoint knows.',
    key: 'either',
  },
  'credentials-missing': {
    status: 401,
    title: 'No credentials',
    advice: 'Send "Authorization: Bearer" with a JWT or an API key.',
    key: 'either',
  },
  'endpoint-misconfigured': {
    status: 503,
    title: 'This endpoint is misconfigured',
    advice: 'Tell its operator. GET /healthz names the invalid settings.',
    key: 'either',
  },
  'gate-unavailable': {
    status: 503,
    title: 'The quota cannot be checked right now',
    advice: WAIT,
    key: 'same',
  },
  'idempotency-key-in-progress': {
    status: 409,
    title: 'A request with this Idempotency-Key is in progress',
    advice: 'Wait for Retry-After, then send the same request again for its response.',
    key: 'same',
  },
  'idempotency-key-invalid': {
    status: 400,
    title: 'The Idempotency-Key is malformed',
    advice: 'Send 1 to 255 visible ASCII characters in quotes, such as "8e03978e-40d5-43dd-bc93-6894a57f9324".',
    key: 'new',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used with another request',
    advice: 'Use a new key for a new request.',
    key: 'new',
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    advice: 'Send the request again. If it happens again, tell the operator the requestId.',
    key: 'same',
  },
  'issuer-unavailable': {
    status: 503,
    title: 'The issuer of the JWT cannot be reached',
    advice: WAIT,
    key: 'same',
  },
  'json-invalid': {
    status: 400,
    title: 'The body is not JSON',
    advice: 'Send a JSON object such as {"preset": "default", "parameters": {}}.',
    key: 'either',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Method not allowed',
    advice: 'Use a method listed in the header Allow.',
    key: 'either',
  },
  'not-found': {
    status: 404,
    title: 'Not found',
    advice: 'Tokens are issued at POST /v1/tokens.',
    key: 'either',
  },
  'parameters-invalid': {
    status: 400,
    title: 'A parameter is not valid',
    advice: 'Correct what "errors" names. The same request would fail again.',
    key: 'new',
  },
  'parameters-not-allowed': {
    status: 403,
    title: 'The preset does not allow this caller to set a parameter',
    advice: 'Leave out what "errors" names, or ask the operator to allow it in the preset.',
    key: 'new',
  },
  'preset-unknown': {
    status: 400,
    title: 'There is no such preset for this caller',
    advice: 'Name a preset that the operator has set up for your kind of caller, or leave it out for "default".',
    key: 'new',
  },
  'request-invalid': {
    status: 400,
    title: 'The request does not have the right form',
    advice: 'Send a JSON object such as {"preset": "default", "parameters": {}}.',
    key: 'either',
  },
  'too-many-requests': {
    status: 429,
    title: 'The caller sends too many requests',
    advice: WAIT,
    key: 'same',
  },
  'upstream-credentials-refused': {
    status: 502,
    title: 'Tencent Cloud refused the credentials of this endpoint',
    advice: "Tell the operator. A retry won't help until the operator fixes it.",
    key: 'same',
  },
  'upstream-failed': {
    status: 502,
    title: 'Tencent Cloud did not issue a token',
    advice:
      'No token was issued. Where there is a Retry-After, wait that long and send the same request again; else tell the operator.',
    key: 'same',
  },
  'upstream-outcome-unknown': {
    status: 502,
    title: 'The response of Tencent Cloud was lost',
    advice: `A token may have been issued, but nobody has it. ${WAIT}`,
    key: 'same',
  },
  'upstream-throttled': {
    status: 503,
    title: 'Tencent Cloud is throttling the account',
    advice: WAIT,
    key: 'same',
  },
  'upstream-timeout': {
    status: 504,
    title: 'Tencent Cloud did not respond in time',
    advice: `A token may have been issued, but nobody has it. ${WAIT}`,
    key: 'same',
  },
} as const satisfies Readonly<Record<string, ProblemType>>

export type ProblemCode = keyof typeof problems

/** What `/problems/{code}` says, for people; undefined for a code that there is not. */
export function problemPage(code: string): string | undefined {
  const problem = Object.entries<ProblemType>(problems).find(([name]) => name === code)?.[1]
  if (problem === undefined) return undefined
  const keys = {
    same: 'Use the same Idempotency-Key again.',
    new: 'Use a new Idempotency-Key.',
    either: 'The Idempotency-Key makes no difference: nothing was carried out.',
  }
  return `${problem.title} (${code}, HTTP ${problem.status})\n\n${problem.advice}\n${keys[problem.key]}\n`
}
