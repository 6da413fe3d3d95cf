export { type Outcome, type PermitRow, type PermitSettings, Permits, REST_MS, survivors } from './permits.ts'
export { SteadyClock } from './steady-clock.ts'
