import { chmodSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartupError } from './environment.ts'

/** SQLite's error code when another connection holds the lock. */
const BUSY = 5

/** Keeps open locks referenced: a collected connection would release its lock. */
const held = new Set<DatabaseSync>()

/**
 * Reserves a folder of state for this process, readable by this user only. Two gates that count the same permits apart
 * would exceed the limit together. The lock is the operating system's, on a file beside the folder, so it ends with the
 * process, however that ends.
 *
 * @returns a function that releases the lock.
 */
export function lockState(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  const pidFile = `${folder}.pid`
  mkdirSync(dirname(pidFile), { recursive: true })
  const lock = new DatabaseSync(`${folder}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (Object(error).errcode !== BUSY) throw error
    throw new StartupError(`Process ${pidIn(pidFile)} already serves a real account from this folder. Stop it first.`)
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}

function pidIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return 'of another start'
  }
}

/**
 * Erases the responses that the gate's object has stored for idempotency keys: they hold tokens of a real account, which
 * should not stay on a developer's disk. Permits and quotas stay. To be called when nothing serves from the folder any more.
 */
export function eraseResponses(folder: string): void {
  for (const file of globSync(`${folder}/**/*.sqlite`)) {
    const database = new DatabaseSync(file)
    try {
      const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'ledger'").all()
      if (tables.length === 0) continue
      // Deleted rows would otherwise stay readable in the file's free pages and in the write-ahead log.
      database.exec('PRAGMA secure_delete = ON; DELETE FROM ledger; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
  }
}
