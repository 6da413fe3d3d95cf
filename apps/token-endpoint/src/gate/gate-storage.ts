import { type AllowanceRow, HOUR_MS, type LedgerRow, type PermitRow, type Write } from '@tc3-edge/gate'

/** The gate's rows in the object's SQLite. Calls without an `await` between them are one transaction. */
export class GateStorage {
  private readonly sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.sql = sql
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
    `)
  }

  permits(): PermitRow[] {
    return this.sql
      .exec<{ row: string }>('SELECT row FROM permits')
      .toArray()
      .map(({ row }) => JSON.parse(row))
  }

  ledgerRow(key: string): LedgerRow | undefined {
    const [row] = this.sql.exec<StoredLedgerRow>('SELECT * FROM ledger WHERE key = ?', key).toArray()
    if (row === undefined) return undefined
    return { key, request: row.request, grant: row.grant_id, answer: row.answer ?? undefined, until: row.until }
  }

  allowanceRow(caller: string): AllowanceRow | undefined {
    const [row] = this.sql.exec<StoredAllowanceRow>('SELECT * FROM allowances WHERE caller = ?', caller).toArray()
    return row
  }

  store(write: Write): void {
    if (write.table === 'permits') {
      this.sql.exec('INSERT OR REPLACE INTO permits VALUES (?, ?)', write.row.slot, JSON.stringify(write.row))
    } else if (write.table === 'allowances') {
      const { caller, since, used } = write.row
      this.sql.exec('INSERT OR REPLACE INTO allowances VALUES (?, ?, ?)', caller, since, used)
    } else if ('forget' in write) {
      this.sql.exec('DELETE FROM ledger WHERE key = ?', write.forget)
    } else {
      const { key, request, grant, answer, until } = write.row
      this.sql.exec('INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?)', key, request, grant, answer ?? null, until)
    }
  }

  /** Deletes what is over. Answers whether anything is left that will be. */
  forgetExpired(now: number): boolean {
    this.sql.exec('DELETE FROM ledger WHERE until <= ?', now)
    this.sql.exec('DELETE FROM allowances WHERE since <= ?', now - HOUR_MS)
    const left = 'SELECT EXISTS (SELECT 1 FROM ledger) OR EXISTS (SELECT 1 FROM allowances) AS found'
    return this.sql.exec<{ found: number }>(left).one().found === 1
  }
}

interface StoredLedgerRow extends Record<string, SqlStorageValue> {
  readonly request: string
  readonly grant_id: string
  readonly answer: string | null
  readonly until: number
}

interface StoredAllowanceRow extends Record<string, SqlStorageValue> {
  readonly caller: string
  readonly since: number
  readonly used: number
}
