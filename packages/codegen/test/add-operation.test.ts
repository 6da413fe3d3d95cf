import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generatedFiles, repositoryRoot } from '../src/generated-files.ts'
import { caller, misspelt, path, schemas } from './data/second-operation.ts'

const run = promisify(execFile)
const tsc = join(repositoryRoot, 'node_modules/.bin/tsc')

let root: string
let before: Map<string, string>
/** What `pnpm generate` printed. */
let generated: string

/** A copy of what generates and of what is generated into, with the dependencies of the checkout. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'add-operation-'))
  await cp(join(repositoryRoot, 'tsconfig.json'), join(root, 'tsconfig.json'))
  for (const file of await readdir(join(repositoryRoot, 'spec'))) {
    if (file.endsWith('.yaml')) await cp(join(repositoryRoot, 'spec', file), join(root, 'spec', file))
  }
  for (const name of ['codegen', 'faceid', 'emulator']) {
    const [from, to] = [repositoryRoot, root].map((base) => join(base, 'packages', name))
    for (const part of ['package.json', 'src'])
      await cp(join(`${from}`, part), join(`${to}`, part), { recursive: true })
    await symlink(join(`${from}`, 'node_modules'), join(`${to}`, 'node_modules'))
  }
  // Whatever else is generated, besides those packages.
  for (const file of (await generatedFiles(repositoryRoot)).keys())
    await cp(file, join(root, relative(repositoryRoot, file)))
  await writeIn('package.json', '{ "type": "module" }')
  before = await contents(root)

  const specFile = join(root, 'spec/faceid.yaml')
  const spec = (await readFile(specFile, 'utf8'))
    .replace('\ncomponents:\n', `${path}\ncomponents:\n`)
    .replace('\n  schemas:\n', `\n  schemas:${schemas}`)
  await writeFile(specFile, spec)
  generated = await generate()
}, 60_000)

afterAll(() => rm(root, { recursive: true }))

describe('an operation added to the spec, and `pnpm generate`, are all it takes', () => {
  it('for a call that is typed, validated, signed, retried and answered', { timeout: 60_000 }, async () => {
    await writeIn('caller.ts', caller)
    await typecheck('caller.ts')
    const { stdout } = await run(process.execPath, [join(root, 'caller.ts')])
    expect(stdout).toBe('called\n')
  })

  it('for misspelt names not to compile', { timeout: 60_000 }, async () => {
    await writeIn('misspelt.ts', misspelt)
    const { stdout } = await typecheck('misspelt.ts').then(
      () => expect.fail('It compiled'),
      (error: unknown) => ({ stdout: String(Object(error).stdout) }),
    )
    const lines = [...stdout.matchAll(/misspelt\.ts\((\d+),/g)].map(([, line]) => Number(line))
    expect(lines).toEqual([5, 6, 7, 8, 9])
    expect(stdout).toMatch(/Did you mean (to write )?'Rounds'/)
  })

  it('for an editor to show what it does, takes and answers', async () => {
    const methods = await readFile(join(root, 'packages/faceid/src/generated/methods.ts'), 'utf8')
    const comment = methods.slice(methods.indexOf('Describe the replays of'), methods.indexOf('DescribeReplays('))
    expect(comment).toContain('Ask for it within three days.')
    expect(comment).toContain('- `SdkToken` (required): The token of the verification.\n')
    expect(comment).toContain('- `Rounds` (default `1`): How many rounds are returned.')
    expect(comment).toContain('- `Maker` (deprecated): Who made the device, e.g. its brand.\n')
    expect(comment).toContain('- `Charges`: How often the verification was charged.')
    expect(comment).toContain('`AuthFailure.SignatureExpire`')
    expect(comment).toContain('@see https://example.com/DescribeReplays')
  })

  it('told by `pnpm generate`, which prints what it changed', async () => {
    expect(generated).toContain('written: packages/faceid/src/generated/methods.ts\n')
    expect(generated).toMatch(/\n[56] of \d+ generated files changed\.\n$/)
    expect(await generate()).toMatch(/^0 of \d+ generated files changed\.\n$/)
  })

  it('and nothing is changed outside spec/ and the generated folders', async () => {
    const after = await contents(root)
    const own = ['caller.ts', 'misspelt.ts', 'tsconfig.caller.json']
    const changed = [...new Set([...before.keys(), ...after.keys()])]
      .filter((file) => before.get(file) !== after.get(file) && !own.includes(file))
      .sort()
    expect(changed.filter((file) => !/^spec\/|\/generated\//.test(file))).toEqual([])
    expect(changed).toEqual(
      expect.arrayContaining([
        'packages/emulator/src/generated/spec.ts',
        'packages/faceid/src/generated/methods.ts',
        'packages/faceid/src/generated/operations.ts',
        'packages/faceid/src/generated/validators.ts',
        'packages/faceid/src/generated/wire-types.ts',
        'spec/faceid.yaml',
      ]),
    )
  })
})

async function generate(): Promise<string> {
  return (await run(process.execPath, [join(root, 'packages/codegen/src/generate.ts')])).stdout
}

async function typecheck(file: string): Promise<unknown> {
  const compilerOptions = {
    lib: ['es2023', 'webworker', 'webworker.iterable'],
    types: ['node'],
    typeRoots: [typeRoots],
  }
  await writeIn(
    'tsconfig.caller.json',
    JSON.stringify({ extends: './tsconfig.json', compilerOptions, include: [file] }),
  )
  return run(tsc, ['--pretty', 'false', '-p', join(root, 'tsconfig.caller.json')])
}

const typeRoots = join(repositoryRoot, 'packages/codegen/node_modules/@types')

async function writeIn(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}

/** Every file below a folder with its text, dependencies left out. */
async function contents(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  const entries = paths
    .filter((file) => !file.includes('node_modules'))
    .map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const)
  return new Map(await Promise.all(entries))
}
