import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './steps/copy.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { scripts, devEngines } = JSON.parse(read('package.json'))

/** Every command that the documents name, and what runs it. One that nothing runs is not to be documented. */
const exercised: Readonly<Record<string, string>> = {
  start: 'tests/docs/start.test.ts',
  dev: 'tests/docs/dev.test.ts',
  test: '.ci/run',
  format: 'tests/release/documented-commands.test.ts',
  lint: 'scripts/test.ts',
  'test:load': '.github/workflows/ci.yml',
  rehearse: '.github/workflows/ci.yml',
  generate: 'packages/codegen/test/add-operation.test.ts',
  changeset: 'tests/release/documented-commands.test.ts',
  'changeset --empty': 'tests/release/documented-commands.test.ts',
  'changeset:check': 'tests/release/changeset-check.test.ts',
  'test --filter=@tc3-edge/signer': 'scripts/test.ts',
  'run version': 'tests/release/steps/release.ts',
  'run build': 'tests/release/steps/release.ts',
  'exec changeset pack --out-dir packed': 'tests/release/steps/release.ts',
  'exec changeset publish --from-pack-dir packed': 'tests/release/steps/release.ts',
  'jsr --dry-run': 'tests/release/jsr.test.ts',
}

describe.each(['CONTRIBUTING.md', '.changeset/README.md'])('%s', (document) => {
  const named = [...read(document).matchAll(/npx -y pnpm@([\d.]+) ([^`#\n]+)/g)]

  it('names the pnpm of the workspace', () => {
    for (const [, version] of named) expect(version).toBe(devEngines.packageManager.version)
  })

  it.each(named.map(([, , command = '']) => command.trim()))('%s is a command that something runs', (command) => {
    const [name = ''] = command.replace(/^run /, '').split(' ')
    if (!/^(exec|--filter) /.test(command)) expect(scripts).toHaveProperty([name])
    expect(existsSync(join(root, exercised[command] ?? 'nothing'))).toBe(true)
  })
})

it('every place on the map is there', () => {
  const places = [...read('CONTRIBUTING.md').matchAll(/^\| `([^`]+)`/gm)].map(([, path = '']) => path)
  expect(places.length).toBeGreaterThan(5)
  expect(places.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

it('the commands for releases that go wrong are the ones that are rehearsed', () => {
  expect(read('CONTRIBUTING.md')).toContain('npm deprecate @tc3-edge/signer@')
  expect(read('tests/release/deprecate.ts')).toContain("'deprecate'")
})
