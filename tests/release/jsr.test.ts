import { globSync } from 'node:fs'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishToJsr } from '../../scripts/publish-jsr.ts'
import { root } from './steps/copy.ts'
import { run } from './steps/run.ts'

/** The folders of the packages that are published to JSR too. */
const onJsr = globSync('packages/*/jsr.json', { cwd: root }).map((path) => basename(dirname(path)))
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tc3-edge-jsr-test-'))
  for (const path of ['.changeset', ...onJsr.map((name) => `packages/${name}`)]) {
    const filter = (from: string) => !from.includes('node_modules')
    await cp(join(root, path), join(folder, path), { recursive: true, filter })
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = async (path: string) => JSON.parse(await readFile(join(folder, path), 'utf8'))

it('all that have a jsr.json could be published to JSR as they are', async () => {
  expect(await publishToJsr(['--dry-run'])).toBe(0)
})

it('what JSR would refuse is refused here: a public type that is not written down', async () => {
  await appendFile(join(folder, 'packages/signer/src/index.ts'), '\nexport const slow = [1].map((n) => ({ n }))\n')
  expect(await publishToJsr(['--dry-run'], folder)).not.toBe(0)
})

it.each(onJsr)('jsr.json of %s is in step with package.json', async (name) => {
  const before = await readFile(join(root, 'packages', name, 'jsr.json'), 'utf8')
  await run(process.execPath, ['.changeset/sync-jsr-versions.ts'], { cwd: folder })
  expect(await readFile(join(folder, 'packages', name, 'jsr.json'), 'utf8')).toBe(before)
})

it('a new version reaches jsr.json, and the ranges of those that depend on it', async () => {
  const manifest = await read('packages/signer/package.json')
  await writeFile(join(folder, 'packages/signer/package.json'), JSON.stringify({ ...manifest, version: '3.2.1' }))
  await run(process.execPath, ['.changeset/sync-jsr-versions.ts'], { cwd: folder })
  expect((await read('packages/signer/jsr.json')).version).toBe('3.2.1')
  const ranges = await Promise.all(
    onJsr.map(async (name) => (await read(`packages/${name}/jsr.json`)).imports?.['@tc3-edge/signer']),
  )
  expect(new Set(ranges)).toStrictEqual(new Set([undefined, 'jsr:@tc3-edge/signer@^3.2.1']))
})
