import type { IdempotencyRecord } from './idempotency.ts'
import type { PermitRow } from './permits.ts'

/** The tokens of a quota's window, oldest first, as they are stored. */
export interface QuotaRow {
  readonly name: string
  readonly windowMs: number
  readonly tokens: readonly { readonly at: number; readonly count: number }[]
}

/** The gate's durable state. Calls are synchronous; the writes of one event are one transaction, durable before its decisions leave. */
export interface Store {
  permits(): readonly PermitRow[]
  putPermit(row: PermitRow): void
  record(key: string): IdempotencyRecord | undefined
  putRecord(record: IdempotencyRecord): void
  deleteRecord(key: string): void
  quota(name: string): QuotaRow | undefined
  putQuota(row: QuotaRow): void
  /** Until when calls are signed with the present time; in the past, or 0, if they are not. */
  presentUntil(): number
  putPresentUntil(at: number): void
}

/** A store in memory, for tests and simulations. */
export class MemoryStore implements Store {
  readonly permitRows = new Map<number, PermitRow>()
  readonly records = new Map<string, IdempotencyRecord>()
  readonly quotas = new Map<string, QuotaRow>()
  private present = 0

  permits(): readonly PermitRow[] {
    return [...this.permitRows.values()]
  }

  putPermit(row: PermitRow): void {
    this.permitRows.set(row.slot, row)
  }

  record(key: string): IdempotencyRecord | undefined {
    return this.records.get(key)
  }

  putRecord(record: IdempotencyRecord): void {
    this.records.set(record.key, record)
  }

  deleteRecord(key: string): void {
    this.records.delete(key)
  }

  quota(name: string): QuotaRow | undefined {
    return this.quotas.get(name)
  }

  putQuota(row: QuotaRow): void {
    this.quotas.set(row.name, row)
  }

  presentUntil(): number {
    return this.present
  }

  putPresentUntil(at: number): void {
    this.present = at
  }
}
