import type { Gate } from './gate/gate-object.ts'
import type { SettingName } from './setting-names.ts'

/** What Cloudflare hands to the Worker. Settings come as text, or not at all; `settings.ts` reads them. */
export interface Env extends Partial<Record<SettingName, string>> {
  readonly GATE: DurableObjectNamespace<Gate>
}
