import {
  CLOCK_BOUND_MS,
  COOLDOWN_MS,
  HOUR_MS,
  type IdempotencyRecord,
  type PermitRow,
  type QuotaRow,
  type Store,
} from '@tc3-edge/gate'

/** The clock difference between two machines that the previous version assumed, in milliseconds. */
const FORMER_CLOCK_STEP_MS = 10_000

/** A permit's row as the previous version writes it. Times are in milliseconds on the object's clock. */
interface FormerPermitRow {
  readonly grantedAt: number
  readonly leaseEndsAt: number
  readonly reported: boolean
  readonly freeAt: number
}

/**
 * The gate's rows in the object's SQLite. Calls without an `await` between them are one transaction.
 *
 * A deployment can be rolled back, so tables and columns are those of the previous version, and each version reads what the
 * other wrote: `permits` holds the fields of both, `ledger` the end of a signature as the latest that it may be on our clock,
 * and `allowances` the sum of what is in `quotas`.
 */
export class GateStorage implements Store {
  private readonly sql: SqlStorage
  private readonly now: () => number
  /** Whether rows were written that will expire. */
  expiring = false

  constructor(sql: SqlStorage, now: () => number) {
    this.sql = sql
    this.now = now
    sql.exec(`
      CREATE TABLE IF NOT EXISTS permits (slot INTEGER PRIMARY KEY, row TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS ledger (
        key TEXT PRIMARY KEY, request TEXT NOT NULL, grant_id TEXT NOT NULL, answer TEXT, until INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS ledger_until ON ledger (until);
      CREATE TABLE IF NOT EXISTS allowances (
        caller TEXT PRIMARY KEY, since INTEGER NOT NULL, used INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS allowances_since ON allowances (since);
      CREATE TABLE IF NOT EXISTS quotas (
        name TEXT PRIMARY KEY, tokens TEXT NOT NULL, window_ms INTEGER NOT NULL, expires INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX IF NOT EXISTS quotas_expires ON quotas (expires);
      CREATE TABLE IF NOT EXISTS signing (only INTEGER PRIMARY KEY CHECK (only = 0), present_until INTEGER NOT NULL);
    `)
  }

  permits(): PermitRow[] {
    const rows = this.sql.exec<{ row: string }>('SELECT row FROM permits').toArray()
    return rows.flatMap(({ row }) => this.permitOf(JSON.parse(row)))
  }

  putPermit({ slot, grant, timestamp, expires }: PermitRow): void {
    const grantedAt = this.now()
    const leaseEndsAt = latest(expires)
    const former = { grantedAt, leaseEndsAt, reported: false, freeAt: leaseEndsAt + COOLDOWN_MS }
    const row = JSON.stringify({ slot, grant, timestamp, expires, ...former })
    this.sql.exec('INSERT OR REPLACE INTO permits VALUES (?, ?)', slot, row)
  }

  record(key: string): IdempotencyRecord | undefined {
    const [row] = this.sql.exec<LedgerRow>('SELECT * FROM ledger WHERE key = ?', key).toArray()
    if (row === undefined) return undefined
    const { request: fingerprint, grant_id: grant, answer, until } = row
    if (answer !== null) return { key, fingerprint, grant, state: 'answered', answer, forgetAt: until }
    return { key, fingerprint, grant, state: 'open', expires: Math.ceil((until - CLOCK_BOUND_MS) / 1_000) }
  }

  putRecord(record: IdempotencyRecord): void {
    const { key, fingerprint, grant } = record
    const [answer, until] = record.state === 'open' ? [null, latest(record.expires)] : [record.answer, record.forgetAt]
    this.sql.exec('INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?)', key, fingerprint, grant, answer, until)
    this.expiring = true
  }

  deleteRecord(key: string): void {
    this.sql.exec('DELETE FROM ledger WHERE key = ?', key)
  }

  quota(name: string): QuotaRow | undefined {
    const [row] = this.sql.exec<QuotasRow>('SELECT * FROM quotas WHERE name = ?', name).toArray()
    const quota = row && { name, windowMs: row.window_ms, tokens: JSON.parse(row.tokens) }
    const [former] = this.sql.exec<AllowanceRow>('SELECT * FROM allowances WHERE caller = ?', name).toArray()
    if (former === undefined) return quota
    // Where the two differ, the previous version has counted since.
    const { since, used } = former
    const mirrored = quota && allowanceOf(quota)
    if (mirrored?.since === since && mirrored.used === used) return quota
    return { name, windowMs: HOUR_MS, tokens: [{ at: since, count: used }] }
  }

  putQuota(quota: QuotaRow): void {
    const { name, windowMs, tokens } = quota
    const expires = (tokens.at(-1)?.at ?? 0) + windowMs
    this.sql.exec('INSERT OR REPLACE INTO quotas VALUES (?, ?, ?, ?)', name, JSON.stringify(tokens), windowMs, expires)
    if (windowMs === HOUR_MS) {
      const { since, used } = allowanceOf(quota)
      this.sql.exec('INSERT OR REPLACE INTO allowances VALUES (?, ?, ?)', name, since, used)
    }
    this.expiring = true
  }

  presentUntil(): number {
    const [row] = this.sql.exec<{ present_until: number }>('SELECT present_until FROM signing').toArray()
    return row?.present_until ?? 0
  }

  putPresentUntil(at: number): void {
    this.sql.exec('INSERT OR REPLACE INTO signing VALUES (0, ?)', at)
  }

  /** Deletes expired rows. Returns whether any are left that will expire. */
  deleteExpired(): boolean {
    const now = this.now()
    this.sql.exec('DELETE FROM ledger WHERE until <= ?', now - CLOCK_BOUND_MS)
    this.sql.exec('DELETE FROM allowances WHERE since <= ?', now - HOUR_MS)
    this.sql.exec('DELETE FROM quotas WHERE expires <= ?', now)
    const left = 'SELECT EXISTS (SELECT 1 FROM ledger) OR EXISTS (SELECT 1 FROM quotas) AS found'
    this.expiring = this.sql.exec<{ found: number }>(left).one().found === 1
    return this.expiring
  }

  /** The lease of a call of the previous version counts from now: the clock may be another machine's. */
  private permitOf(row: PermitRow & FormerPermitRow): PermitRow[] {
    if (row.expires !== undefined) return [row]
    const now = this.now()
    if (row.freeAt + FORMER_CLOCK_STEP_MS <= now) return []
    const expires = Math.ceil((now + row.leaseEndsAt - row.grantedAt + CLOCK_BOUND_MS) / 1_000)
    return [{ slot: row.slot, grant: row.grant, timestamp: Math.floor(row.grantedAt / 1_000), expires }]
  }
}

/** Returns the latest time on our clock at which Tencent's may show a second, in milliseconds. */
function latest(upstreamSecond: number): number {
  return upstreamSecond * 1_000 + CLOCK_BOUND_MS
}

/** Returns a quota as the previous version counts it: from the oldest token. */
function allowanceOf({ tokens }: QuotaRow): { readonly since: number; readonly used: number } {
  return { since: tokens[0]?.at ?? 0, used: tokens.reduce((sum, { count }) => sum + count, 0) }
}

interface LedgerRow extends Record<string, SqlStorageValue> {
  readonly request: string
  readonly grant_id: string
  readonly answer: string | null
  readonly until: number
}

interface AllowanceRow extends Record<string, SqlStorageValue> {
  readonly since: number
  readonly used: number
}

interface QuotasRow extends Record<string, SqlStorageValue> {
  readonly tokens: string
  readonly window_ms: number
}
