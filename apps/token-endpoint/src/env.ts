import type { GateRpc } from './gate/messages.ts'
import type { SettingBindings } from './settings/read-settings.ts'

/** The Worker's bindings. */
export interface Env extends SettingBindings {
  readonly GATE: DurableObjectNamespace<GateRpc>
  /** Rate limit per caller, counted in each of Cloudflare's locations. Missing outside Cloudflare. */
  readonly RATE_LIMIT?: RateLimit
  /** The same for reading results. */
  readonly READ_RATE_LIMIT?: RateLimit
  /** Receives a data point for each request. Missing outside Cloudflare. */
  readonly METRICS?: AnalyticsEngineDataset
}
