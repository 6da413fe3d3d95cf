import { globSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Copy, copyRepository } from './steps/copy.ts'

// Those that write: in a copy.
let folder: string
let copy: Copy
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tc3-edge-commands-'))
  copy = await copyRepository(join(folder, 'copy'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('changeset writes a note for the packages that it is told', async () => {
  const before = globSync('.changeset/*.md', { cwd: copy.folder })
  await copy.pnpm('run', 'changeset', '--minor', '@tc3-edge/signer', '--message', 'Sign twice as fast')
  const [added = ''] = globSync('.changeset/*.md', { cwd: copy.folder }).filter((path) => !before.includes(path))
  expect(await readFile(join(copy.folder, added), 'utf8')).toMatch(
    /@tc3-edge\/signer['"]: minor[\s\S]+Sign twice as fast/,
  )
})

it('changeset --empty writes one that names no package', async () => {
  const before = globSync('.changeset/*.md', { cwd: copy.folder })
  await copy.pnpm('run', 'changeset', '--empty')
  const [added = ''] = globSync('.changeset/*.md', { cwd: copy.folder }).filter((path) => !before.includes(path))
  expect(await readFile(join(copy.folder, added), 'utf8')).not.toContain('@tc3-edge')
})

it('format mends what lint refuses', async () => {
  const file = join(copy.folder, 'packages/signer/src/index.ts')
  const before = await readFile(file, 'utf8')
  await appendFile(file, '\n\n;\n')
  await copy.pnpm('run', 'format')
  expect(await readFile(file, 'utf8')).toBe(before)
})
