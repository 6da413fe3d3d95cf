import type { GateRpc } from './gate/messages.ts'
import type { SettingName } from './settings/setting-names.ts'

/** A secret in Cloudflare's Secrets Store. */
export interface StoredSecret {
  readonly get: () => Promise<string>
}

/** What Cloudflare hands to the Worker. Settings come as text, as JSON, from the Secrets Store, or not at all. */
export interface Env extends Partial<Record<SettingName, string | number | boolean | object | StoredSecret>> {
  readonly GATE: DurableObjectNamespace<GateRpc>
  /** A shield against floods of one caller, counted in each of Cloudflare's locations. Not there on other machines. */
  readonly SHIELD?: RateLimit
}
