import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lockState } from '../local/state-lock.ts'

it('the state of a real account is for one process at a time, and free again when that is killed', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'state-lock-'))
  const folder = join(scratch, 'state', 'gate')
  const script = `
    const { lockState } = await import(${JSON.stringify(join(import.meta.dirname, '../local/state-lock.ts'))})
    lockState(${JSON.stringify(folder)})
    console.log('locked')
    setInterval(() => {}, 1_000)`
  const first = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await once(first.stdout, 'data')
    expect(() => lockState(folder)).toThrow(`Process ${first.pid} serves a real account from this folder already.`)
    first.kill('SIGKILL')
    await once(first, 'exit')
    const unlock = lockState(folder)
    expect(() => lockState(folder)).toThrow(`Process ${process.pid} serves`)
    await unlock()
    await lockState(folder)()
  } finally {
    first.kill('SIGKILL')
    await rm(scratch, { recursive: true })
  }
})
