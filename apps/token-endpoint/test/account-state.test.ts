import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { eraseResponses, lockState } from '../dev/account-state.ts'
import { startEndpoint } from './running-endpoint.ts'

it('the state of a real account is for one process at a time, and free again when that is killed', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'state-lock-'))
  const folder = join(scratch, 'state', 'gate')
  const script = `
    const { lockState } = await import(${JSON.stringify(join(import.meta.dirname, '../dev/account-state.ts'))})
    lockState(${JSON.stringify(folder)})
    console.log('locked')
    setInterval(() => {}, 1_000)`
  const first = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(first.stdout, 'data')
    expect(() => lockState(folder)).toThrow(`Process ${first.pid} already serves a real account from this folder.`)
    first.kill('SIGKILL')
    await once(first, 'exit')
    const unlock = lockState(folder)
    expect(() => lockState(folder)).toThrow(`Process ${process.pid} already serves`)
    unlock()
    lockState(folder)()
  } finally {
    first.kill('SIGKILL')
    await rm(scratch, { recursive: true })
  }
})

it('no token stays on the disk after a real account was served, and permits do', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'account-state-'))
  const folder = join(scratch, 'state')
  try {
    const unlock = lockState(folder)
    const endpoint = await startEndpoint({}, { stateFolder: folder })
    const response = await endpoint.post({}, { headers: { 'Idempotency-Key': '"order-1"' } })
    const { sdkToken } = Object(await response.json())
    await endpoint.stop()
    expect(await filesWith(folder, sdkToken)).not.toStrictEqual([])

    eraseResponses(folder)
    unlock()
    expect(await filesWith(folder, sdkToken)).toStrictEqual([])
    expect(permitsIn(folder)).toBe(1)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  } finally {
    await rm(scratch, { recursive: true })
  }
})

async function filesWith(folder: string, text: string): Promise<string[]> {
  const found = []
  for (const file of globSync(`${folder}/**/*.sqlite*`)) {
    if ((await readFile(file)).includes(text)) found.push(file)
  }
  return found
}

function permitsIn(folder: string): number {
  const counts = globSync(`${folder}/**/*.sqlite`).flatMap((file) => {
    const database = new DatabaseSync(file, { readOnly: true })
    const hasPermits = database.prepare("SELECT name FROM sqlite_schema WHERE name = 'permits'").get() !== undefined
    const count = hasPermits ? Number(database.prepare('SELECT count(*) AS n FROM permits').get()?.n) : 0
    database.close()
    return count
  })
  return counts.reduce((sum, count) => sum + count, 0)
}
