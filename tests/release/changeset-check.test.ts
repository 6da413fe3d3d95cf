import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { commit, root } from './steps/copy.ts'
import { run } from './steps/run.ts'

let folder: string
const identity = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.invalid', GIT_CONFIG_GLOBAL: '/dev/null' }
const env = { ...identity, GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.invalid' }
const git = (...args: string[]) => run('git', args, { cwd: folder, env })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tc3-edge-changeset-'))
  for (const file of ['check.ts', 'config.json', 'README.md']) {
    await cp(join(root, '.changeset', file), join(folder, '.changeset', file))
  }
  for (const [name, rest] of Object.entries({ one: {}, two: {}, inner: { private: true } })) {
    await mkdir(join(folder, 'packages', name, 'src'), { recursive: true })
    await mkdir(join(folder, 'packages', name, 'test'))
    await writeFile(join(folder, 'packages', name, 'package.json'), JSON.stringify({ name: `@a/${name}`, ...rest }))
  }
  await git('init', '--quiet', '--initial-branch=main')
  await commit({ git }, 'Before')
  await git('switch', '--quiet', '--create', 'change')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const check = (...args: string[]) => run(process.execPath, ['.changeset/check.ts', ...args], { cwd: folder })
const change = (path: string, text = 'changed\n') => appendFile(join(folder, path), text)
const changeset = (names: string[]) => {
  const head = names.map((name) => `'${name}': patch\n`).join('')
  return change('.changeset/new.md', `---\n${head}---\n\nWhat it means.\n`)
}

it('where nothing is to compare with, it says what to do', async () => {
  await expect(check()).rejects.toThrow('There is no origin/main to compare with')
  await expect(check()).rejects.toThrow('changeset:check main')
})

it('a change to a published package needs a changeset, committed or not', async () => {
  await change('packages/one/src/index.ts')
  await expect(check('main')).rejects.toThrow('but in no changeset: @a/one.')
  await commit({ git }, 'Change')
  await expect(check('main')).rejects.toThrow('but in no changeset: @a/one.')
  await changeset(['@a/one'])
  expect(await check('main')).toContain('Every change has a changeset')
  await commit({ git }, 'Say so')
  expect(await check('main')).toContain('Every change has a changeset')
})

it('a changeset for another package is not enough, and one that names none is', async () => {
  await change('packages/one/README.md')
  await changeset(['@a/two'])
  await expect(check('main')).rejects.toThrow('@a/one')
  await rm(join(folder, '.changeset/new.md'))
  await changeset([])
  expect(await check('main')).toContain('Every change has a changeset')
})

it('a changeset that was there before does not count', async () => {
  await git('switch', '--quiet', 'main')
  await changeset(['@a/one'])
  await commit({ git }, 'An earlier change')
  await git('switch', '--quiet', 'change')
  await git('merge', '--quiet', 'main')
  await change('packages/one/src/index.ts')
  await expect(check('main')).rejects.toThrow('@a/one')
})

it('tests and private packages need none', async () => {
  await change('packages/one/test/index.test.ts')
  await change('packages/inner/src/index.ts')
  expect(await check('main')).toContain('No published package has changed')
})
