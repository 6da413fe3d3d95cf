import type { Pattern } from '../arrivals.ts'

/** What goes wrong in a run. */
export type Fault =
  | { readonly kind: 'none' }
  /** Each request is held 0 to so long on its way to the upstream. */
  | { readonly kind: 'delays'; readonly mostMs: number }
  /** workerd is killed with -9 twice and started again at once. */
  | { readonly kind: 'kills' }
  /** The gate's object alone is aborted every so often. */
  | { readonly kind: 'aborts'; readonly everyMs: number }

/** The gates of workers/endpoint.ts. */
export type GateClass = 'MeteredGate' | 'SlidingLogGate' | 'FixedWindowGate'

export interface RunPlan {
  readonly gate: GateClass
  readonly fault: Fault
  readonly pattern: Pattern
  /** In quotas. */
  readonly load: number
  readonly seconds: number
}

export const QUOTA = 20
export const CALLERS = 40

const NONE: Fault = { kind: 'none' }
const DELAYS: Fault = { kind: 'delays', mostMs: 1_500 }
const FAULTS: readonly Fault[] = [NONE, DELAYS, { kind: 'kills' }, { kind: 'aborts', everyMs: 4_000 }]
const LOADS = [1, 2, 10]

export function planRun(gate: GateClass, fault: Fault, load: number, seconds: number): RunPlan {
  return { gate, fault, pattern: 'regular', load, seconds }
}

/** A run as long as this is where shares are judged: over half a minute, one token is 8 % of what a light caller is due. */
export const LONG_SECONDS = 300

export const RUNS: readonly RunPlan[] = [
  ...FAULTS.flatMap((fault) => LOADS.map((load) => planRun('MeteredGate', fault, load, 30))),
  planRun('MeteredGate', NONE, 10, LONG_SECONDS),
]

/** Each of them has to break the limit under one load at least, or the recorder sees nothing. */
export const BASELINES: readonly RunPlan[] = [
  ...LOADS.map((load) => planRun('SlidingLogGate', DELAYS, load, 30)),
  ...LOADS.map((load) => planRun('FixedWindowGate', NONE, load, 30)),
]

/** What `pnpm test` runs, so that all this is known to work. */
export const QUICK: readonly RunPlan[] = [planRun('MeteredGate', NONE, 2, 5), planRun('SlidingLogGate', DELAYS, 2, 5)]

const FAULT_NAMES: Readonly<Record<Fault['kind'], string>> = {
  none: '(a) none',
  delays: '(b) requests held 0 to 1,500 ms',
  kills: '(c) workerd killed twice',
  aborts: '(d) the object aborted every 4 s',
}

export function faultName({ fault }: RunPlan): string {
  return FAULT_NAMES[fault.kind]
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
  return `${gateName(plan)}, ${faultName(plan)}, ${plan.load}x`
}
