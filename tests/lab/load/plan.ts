import type { Pattern } from '../arrivals.ts'

/** The fault of a run. */
export type Fault =
  | { readonly kind: 'none' }
  /** Each request is held for 0 to `maxMs` on its way to the upstream. */
  | { readonly kind: 'delays'; readonly maxMs: number }
  /** workerd is killed with -9 twice and started again at once. */
  | { readonly kind: 'kills' }
  /** The gate's object is aborted every `everyMs`. */
  | { readonly kind: 'aborts'; readonly everyMs: number }
  /** For `ms`, the path to the upstream carries nothing (`cut`) or no requests (`stall`). What was sent is delivered late. */
  | { readonly kind: 'cut' | 'stall'; readonly ms: number }
  /** That part of calls is carried out and never answered. */
  | { readonly kind: 'losses'; readonly part: number }

/** An operation that is counted by itself, with its own route of the endpoint and its own object. */
export type Lane = 'tokens' | 'results'

export const LANES: Readonly<Record<Lane, { readonly action: string; readonly object: string }>> = {
  tokens: { action: 'ApplySdkVerificationToken', object: 'account' },
  results: { action: 'GetSdkVerificationResult', object: 'GetSdkVerificationResult' },
}

/** The gates of workers/endpoint.ts. */
export type GateClass = 'MeteredGate' | 'SlidingLogGate' | 'FixedWindowGate'

export interface RunPlan {
  readonly gate: GateClass
  readonly fault: Fault
  /** As a multiple of the quota, for each lane. */
  readonly load: number
  readonly seconds: number
  readonly pattern: Pattern
  readonly lanes: readonly Lane[]
}

export const QUOTA = 20
export const CALLERS = 40

const NONE: Fault = { kind: 'none' }
const DELAYS: Fault = { kind: 'delays', maxMs: 1_500 }
const FAULTS: readonly Fault[] = [NONE, DELAYS, { kind: 'kills' }, { kind: 'aborts', everyMs: 4_000 }]
const OUTAGES_MS = [6_000, 13_000, 40_000]
/** The time around an outage, in seconds. */
const AROUND_SECONDS = 30

export function planRun(
  gate: GateClass,
  fault: Fault,
  load: number,
  seconds: number,
  { pattern = 'regular', lanes = ['tokens'] }: Partial<Pick<RunPlan, 'pattern' | 'lanes'>> = {},
): RunPlan {
  return { gate, fault, load, seconds, pattern, lanes }
}

/**
 * A run as long as this is where shares are judged: over half a minute one token is 8 % of what a light caller is due, here it
 * is 1 %. Longer shows nothing more: a cycle of permits takes a second.
 */
export const LONG_SECONDS = 180

const BOTH: readonly Lane[] = ['tokens', 'results']

export const RUNS: readonly RunPlan[] = [
  planRun('MeteredGate', NONE, 2, 30),
  ...FAULTS.flatMap((fault) => [1, 10].map((load) => planRun('MeteredGate', fault, load, 30))),
  planRun('MeteredGate', NONE, 10, 60, { lanes: BOTH }),
  planRun('MeteredGate', { kind: 'kills' }, 5, 30, { lanes: BOTH }),
  ...(['cut', 'stall'] as const).flatMap((kind) =>
    OUTAGES_MS.map((ms) => planRun('MeteredGate', { kind, ms }, 5, AROUND_SECONDS + ms / 1_000)),
  ),
  planRun('MeteredGate', { kind: 'losses', part: 0.01 }, 10, 60),
  planRun('MeteredGate', NONE, 10, LONG_SECONDS),
  planRun('MeteredGate', NONE, 10, LONG_SECONDS, { pattern: 'poisson' }),
]

/** Each has to break the limit in at least one run, which proves that the recorder would notice. */
export const BASELINES: readonly RunPlan[] = [
  ...[2, 10].map((load) => planRun('SlidingLogGate', DELAYS, load, 30)),
  ...[2, 10].map((load) => planRun('FixedWindowGate', NONE, load, 30)),
]

/** Requests of one backend within a second, each with a key of its own, that heed Retry-After. */
export const HERDS: readonly number[] = [300, 2_000]

/** The runs of `pnpm test`, which check that the load test works. */
export const QUICK: readonly RunPlan[] = [
  planRun('MeteredGate', NONE, 2, 5, { lanes: BOTH }),
  planRun('SlidingLogGate', DELAYS, 2, 5),
]

export const QUICK_HERDS: readonly number[] = [60]

export function isOutage({ fault }: RunPlan): boolean {
  return fault.kind === 'cut' || fault.kind === 'stall'
}

export function faultName({ fault }: RunPlan): string {
  switch (fault.kind) {
    case 'none':
      return 'none'
    case 'delays':
      return `requests held 0 to ${fault.maxMs.toLocaleString('en')} ms`
    case 'kills':
      return 'workerd killed twice'
    case 'aborts':
      return `the object aborted every ${fault.everyMs / 1_000} s`
    case 'cut':
      return `the path cut for ${fault.ms / 1_000} s`
    case 'stall':
      return `the upstream stalled for ${fault.ms / 1_000} s`
    case 'losses':
      return `${fault.part * 100} % of responses lost`
  }
}

const GATE_NAMES: Readonly<Record<GateClass, string>> = {
  MeteredGate: 'the gate',
  SlidingLogGate: 'baseline: exact sliding log',
  FixedWindowGate: 'baseline: fixed window',
}

export function gateName({ gate }: RunPlan): string {
  return GATE_NAMES[gate]
}

export function runName(plan: RunPlan): string {
  const lanes = plan.lanes.length > 1 ? 'both lanes, ' : ''
  return `${gateName(plan)}, ${lanes}${plan.pattern}, ${faultName(plan)}, ${plan.load}x`
}
