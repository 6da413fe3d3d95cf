/** Who is calling. */
export interface Caller {
  readonly kind: 'backend' | 'app-user'
  /** Tells callers apart, and names them in logs: a backend by name, an app user by a hash. */
  readonly id: string
  /** With whom the caller takes turns at the gate: each backend by itself, all app users together. */
  readonly party: string
}
