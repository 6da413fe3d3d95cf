/** One way for the emulator to misbehave, and what a caller of the endpoint makes of it. */
interface FaultSwitch {
  readonly id: string
  readonly name: string
  /** What the caller gets: a status, and the code of a problem if it is one. A test holds it against the endpoint. */
  readonly answer: { readonly status: number; readonly code?: string }
  readonly explanation: string
}

/** The switches of the page, mildest first. */
const switches = [
  {
    id: 'delay',
    name: 'Slow answers (0.5 to 1 s)',
    answer: { status: 201 },
    explanation:
      'Tokens still come, later. A call holds its permit until its answer plus one second, so fewer get through in the same time, and never too many.',
  },
  {
    id: 'throttle',
    name: 'Throttling',
    answer: { status: 503, code: 'upstream-throttled' },
    explanation:
      'Another consumer seems to use the same quota. The endpoint stands in line again while its patience lasts (MAX_WAIT_MS), then says when to come back.',
  },
  {
    id: 'internal-error',
    name: 'InternalError',
    answer: { status: 502, code: 'upstream-failed' },
    explanation: 'Tencent Cloud says that no token was issued, so the same request may be sent again without harm.',
  },
  {
    id: 'signature',
    name: 'Credentials refused',
    answer: { status: 502, code: 'upstream-credentials-refused' },
    explanation:
      'A matter for the operator: the secrets or the clock are wrong. The caller is told that trying again does not help, and nothing else.',
  },
  {
    id: 'html',
    name: 'A 502 page of HTML',
    answer: { status: 502, code: 'upstream-outcome-unknown' },
    explanation:
      'A proxy in between has answered. Nobody knows whether a token was issued: send the request again with the same Idempotency-Key.',
  },
  {
    id: 'truncated',
    name: 'Half an answer',
    answer: { status: 502, code: 'upstream-outcome-unknown' },
    explanation:
      'A token was issued and its answer broke off, so nobody has it. Sent again, the request gets another one.',
  },
  {
    id: 'reset',
    name: 'Reset connections',
    answer: { status: 502, code: 'upstream-outcome-unknown' },
    explanation:
      'The call was carried out and its connection broke before the answer. The endpoint does not guess: the outcome is unknown, and the permit stays taken for its second.',
  },
  {
    id: 'hang',
    name: 'No answer at all',
    answer: { status: 504, code: 'upstream-timeout' },
    explanation: 'The endpoint gives up after UPSTREAM_TIMEOUT_MS and says so. Until then the call holds its permit.',
  },
] as const satisfies readonly FaultSwitch[]

export type FaultId = (typeof switches)[number]['id']

export const faultSwitches: readonly (FaultSwitch & { readonly id: FaultId })[] = switches
