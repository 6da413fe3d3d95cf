import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { deno } from '../runners/program.ts'
import { installed } from './artifact.ts'

const run = promisify(execFile)
const { resolve } = createRequire(import.meta.url)

/** The declarations that a project has beside those of the language. */
export const environments = {
  'nothing declared': { lib: ['es2023'], types: [] },
  DOM: { lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'], types: [] },
  'web workers': { lib: ['es2023', 'webworker', 'webworker.iterable'], types: [] },
  'Node.js': { lib: ['es2023'], types: [dirname(resolve('@types/node/package.json'))] },
  'Cloudflare Workers': { lib: ['es2023'], types: [dirname(resolve('@cloudflare/workers-types/package.json'))] },
} as const
export type Environment = keyof typeof environments

export const resolutions = {
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
  node16: { module: 'node16', moduleResolution: 'node16' },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
} as const
export type Resolution = keyof typeof resolutions

export interface Check {
  readonly files: Readonly<Record<string, string>>
  readonly environment: Environment
  readonly resolution: Resolution
  /** Default: the TypeScript of the workspace. */
  readonly typescript?: 'typescript' | 'typescript5' | 'typescript54'
}

/** Checks TypeScript against the installed tarballs, declarations included. Gives what the compiler complains of. */
export async function complaints({
  files,
  environment,
  resolution,
  typescript = 'typescript',
}: Check): Promise<string> {
  const folder = await writeFiles(files)
  const compilerOptions = {
    ...environments[environment],
    ...resolutions[resolution],
    target: 'es2022',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: false,
    // The declarations of the language and of browsers are not ours to check.
    skipDefaultLibCheck: true,
    noEmit: true,
  }
  const tsconfig = { compilerOptions, files: Object.keys(files) }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig))
  const compiler = join(dirname(resolve(`${typescript}/package.json`)), 'bin/tsc')
  return complaintsOf(process.execPath, [compiler, '-p', folder], folder)
}

/** The same by Deno, with its own declarations. */
export async function complaintsOfDeno(files: Check['files']): Promise<string> {
  return complaintsOf(deno().binary, ['check', ...Object.keys(files)], await writeFiles(files))
}

async function writeFiles(files: Check['files']): Promise<string> {
  const folder = await mkdtemp(join(installed, 'types-'))
  await mkdir(folder, { recursive: true })
  for (const [name, code] of Object.entries(files)) await writeFile(join(folder, name), code)
  return folder
}

async function complaintsOf(binary: string, args: string[], cwd: string): Promise<string> {
  try {
    await run(binary, args, { cwd, env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' } })
    return ''
  } catch (error) {
    return error instanceof Error && 'stdout' in error
      ? `${error.stdout}${Reflect.get(error, 'stderr')}`
      : String(error)
  }
}
