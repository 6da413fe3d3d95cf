import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Packed, packAndInstall } from './install.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    packed: Packed
  }
}

/** Packs once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tc3-edge-packed-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    project.provide('packed', await packAndInstall(folder))
  } catch (error) {
    await remove()
    throw error
  }
  return remove
}
