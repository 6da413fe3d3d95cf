import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { type Packed, packAndInstall } from './install.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    packed: Packed
    /** Its binary. */
    chromium: string
  }
}

/** Packs and unpacks once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tc3-edge-packed-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const [packed, chromium] = await Promise.all([packAndInstall(folder), unpackChromium(folder)])
    project.provide('packed', packed)
    project.provide('chromium', chromium)
  } catch (error) {
    await remove()
    throw error
  }
  return remove
}

async function unpackChromium(folder: string): Promise<string> {
  const TMPDIR = join(folder, 'chromium')
  await mkdir(TMPDIR)
  const program = join(import.meta.dirname, 'unpack-chromium.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env: { ...process.env, TMPDIR } })
  return stdout.trim()
}
