import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartFault } from './start-fault.ts'

/** SQLite's code for a lock that another has. */
const BUSY = 5

/** A lock that nothing refers to would be collected, and so opened. */
const held = new Set<DatabaseSync>()

/**
 * Keeps a folder of state for this process: two that count the same permits apart would pass the limit together. The lock
 * is the system's own, on a file beside the folder, and so ends with the process, however that goes.
 */
export function lockState(folder: string): () => Promise<void> {
  mkdirSync(dirname(folder), { recursive: true })
  const holder = `${folder}.pid`
  const lock = new DatabaseSync(`${folder}.lock`)
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (Object(error).errcode !== BUSY) throw error
    throw new StartFault(`Process ${pidIn(holder)} serves a real account from this folder already. Stop it first.`)
  }
  writeFileSync(holder, `${process.pid}\n`)
  held.add(lock)
  return async () => {
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
