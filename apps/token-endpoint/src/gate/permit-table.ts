import type { PermitRow } from '@tc3-edge/gate'

/** The permits in the object's SQLite. One row a permit, so that it never grows. */
export class PermitTable {
  private readonly sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.sql = sql
    sql.exec(`CREATE TABLE IF NOT EXISTS permits (
      slot INTEGER PRIMARY KEY,
      grant_id TEXT NOT NULL,
      granted_at INTEGER NOT NULL,
      lease_ends_at INTEGER NOT NULL,
      reported INTEGER NOT NULL,
      free_at INTEGER NOT NULL
    )`)
  }

  all(): PermitRow[] {
    return this.sql
      .exec<StoredRow>('SELECT * FROM permits')
      .toArray()
      .map((row) => ({
        slot: row.slot,
        grant: row.grant_id,
        grantedAt: row.granted_at,
        leaseEndsAt: row.lease_ends_at,
        reported: row.reported === 1,
        freeAt: row.free_at,
      }))
  }

  put(row: PermitRow): void {
    this.sql.exec(
      'INSERT OR REPLACE INTO permits VALUES (?, ?, ?, ?, ?, ?)',
      row.slot,
      row.grant,
      row.grantedAt,
      row.leaseEndsAt,
      row.reported ? 1 : 0,
      row.freeAt,
    )
  }
}

interface StoredRow extends Record<string, SqlStorageValue> {
  readonly slot: number
  readonly grant_id: string
  readonly granted_at: number
  readonly lease_ends_at: number
  readonly reported: number
  readonly free_at: number
}
