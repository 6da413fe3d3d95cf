import type { Owner } from '../ownership/binding.ts'
import type { Scope } from '../settings/backends.ts'

/** An authenticated caller. */
export interface Caller {
  readonly kind: 'backend' | 'app-user'
  /** Identifies the caller to the gate. Of an app user it is a hash that guesses can reverse: not for logs. */
  readonly id: string
  /** Identifies the caller in logs: a backend by name, an app user by a keyed hash. */
  readonly pseudonym: string
  /** Whom its tokens are issued to. Of an app user it holds personal data: never log it. */
  readonly owner: Owner
  /** Whom the gate schedules fairly against others: each backend by itself, all app users together. */
  readonly tenant: string
  /** The tenant's share of the calls, relative to those of other tenants. */
  readonly weight: number
  readonly scopes: ReadonlySet<Scope>
  /** How many tokens the caller may have in any hour. */
  readonly tokensPerHour: number
}
