/** `GET /api/faults`: the active fault, and how many calls it has affected. */
export interface FaultState {
  readonly on: string | null
  readonly applied: number
}

/** A fault of the emulator, and what a caller of the endpoint gets. */
interface SimulatedFault {
  readonly id: string
  readonly name: string
  /** The caller's response: the status, and the code if it is a problem. Tested against the endpoint. */
  readonly response: { readonly status: number; readonly code?: string }
  readonly explanation: string
}

/** The mildest first. */
const faults = [
  {
    id: 'delay',
    name: 'Slow responses (0.5 to 1 s)',
    response: { status: 201 },
    explanation:
      'Tokens are issued, but later. A call holds its permit until one second after its response, so fewer calls fit into the same time.',
  },
  {
    id: 'throttle',
    name: 'Throttling',
    response: { status: 503, code: 'upstream-throttled' },
    explanation:
      'Something else seems to use the same quota. The endpoint queues the call again until MAX_WAIT_MS is over, then returns Retry-After.',
  },
  {
    id: 'internal-error',
    name: 'Internal error',
    response: { status: 502, code: 'upstream-outcome-unknown' },
    explanation:
      'Tencent Cloud failed without saying whether a token was issued. Retry with the same Idempotency-Key after Retry-After.',
  },
  {
    id: 'signature',
    name: 'Rejected credentials',
    response: { status: 502, code: 'upstream-credentials-refused' },
    explanation:
      'The secrets or the clock are wrong, which only the operator can fix. The caller learns that a retry won’t help, and nothing else.',
  },
  {
    id: 'html',
    name: 'HTML error page',
    response: { status: 502, code: 'upstream-outcome-unknown' },
    explanation:
      'A proxy in between answered with a 502 page. Nobody knows whether a token was issued. Retry with the same Idempotency-Key.',
  },
  {
    id: 'truncated',
    name: 'Truncated response',
    response: { status: 502, code: 'upstream-outcome-unknown' },
    explanation: 'A token was issued, but its response broke off, so nobody holds it. A retry gets another token.',
  },
  {
    id: 'reset',
    name: 'Connection reset',
    response: { status: 502, code: 'upstream-outcome-unknown' },
    explanation:
      'The call was carried out and its connection broke before the response. The outcome is unknown, so the permit stays taken for its second.',
  },
  {
    id: 'hang',
    name: 'No response',
    response: { status: 504, code: 'upstream-timeout' },
    explanation: 'The endpoint gives up after UPSTREAM_TIMEOUT_MS. Until then the call holds its permit.',
  },
] as const satisfies readonly SimulatedFault[]

export type FaultId = (typeof faults)[number]['id']

export const simulatedFaults: readonly (SimulatedFault & { readonly id: FaultId })[] = faults
