import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { appendFile, chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { Registry } from './registry.ts'
import { cleanEnvironment, run } from './run.ts'

export const root = join(import.meta.dirname, '../../..')

/** As much of a package.json as is read here. */
interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The package.json of each package that is published. */
export const publishedPackages: readonly Manifest[] = globSync('packages/*/package.json', { cwd: root })
  .sort()
  .map((path): Manifest => JSON.parse(readFileSync(join(root, path), 'utf8')))
  .filter((manifest) => !manifest.private)

/** The names of the published packages that depend on this one, directly or through others. */
export function dependentsOf(name: string): string[] {
  const direct = publishedPackages.filter(({ dependencies = {} }) => name in dependencies)
  return [...new Set(direct.flatMap((dependent) => [dependent.name, ...dependentsOf(dependent.name)]))]
}

/** A copy of the repository where a release may write what it likes. */
export interface Copy {
  readonly folder: string
  readonly pnpm: (...args: string[]) => Promise<string>
  readonly git: (...args: string[]) => Promise<string>
}

/**
 * The repository as it lies here, changes and new files included, installed, with a history that begins now. Its commands
 * know the registry, if there is one, and no other.
 */
export async function copyRepository(folder: string, registry?: Registry): Promise<Copy> {
  await copyFiles(folder)
  const path = await pnpmOnPath(`${folder}-bin`)
  const git = (...args: string[]) => run('git', args, { cwd: folder, env: identity })
  const install = ['install', '--frozen-lockfile', '--prefer-offline', '--filter', 'tc3-edge']
  const ours = publishedPackages.flatMap(({ name }) => ['--filter', name])
  await run('pnpm', [...install, ...ours], { cwd: folder, env: { PATH: path } })

  await git('init', '--quiet', '--initial-branch=main')
  await appendFile(join(folder, '.git/info/exclude'), '.npmrc\n')
  if (registry) await writeFile(join(folder, '.npmrc'), registry.npmrc)
  const env = {
    PATH: path,
    NO_INSTALL: '1',
    ...(registry && registryOf(registry)),
    ...identity,
  }
  const copy = { folder, git, pnpm: (...args: string[]) => run('pnpm', args, { cwd: folder, env }) }
  await commit(copy, 'As it lies here')
  return copy
}

export async function commit({ git }: Pick<Copy, 'git'>, message: string): Promise<void> {
  await git('add', '--all')
  await git('commit', '--quiet', '--allow-empty', `--message=${message}`)
}

/** In the environment too, which wins over what the machine's own files say. */
function registryOf({ url }: Registry): Record<string, string> {
  return { npm_config_registry: `${url}/`, pnpm_config_registry: `${url}/` }
}

async function copyFiles(folder: string): Promise<void> {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  await mkdir(folder, { recursive: true })
  for (const path of listed.split('\0')) {
    // What is deleted but not committed is listed still.
    if (path !== '' && existsSync(join(root, path))) await cp(join(root, path), join(folder, path))
  }
}

/** A release calls `pnpm` by name: the one that runs this, else the one that the workspace names. */
async function pnpmOnPath(folder: string): Promise<string> {
  const { npm_execpath: running = '' } = process.env
  const command = /pnpm$/.test(running) ? `'${running}'` : `npx -y pnpm@${await pnpmVersion()}`
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'pnpm'), `#!/bin/sh\nexec ${command} "$@"\n`)
  await chmod(join(folder, 'pnpm'), 0o755)
  return [folder, cleanEnvironment().PATH].join(delimiter)
}

async function pnpmVersion(): Promise<string> {
  const { devEngines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return devEngines.packageManager.version
}

const identity = {
  GIT_AUTHOR_NAME: 'Rehearsal',
  GIT_AUTHOR_EMAIL: 'rehearsal@example.invalid',
  GIT_COMMITTER_NAME: 'Rehearsal',
  GIT_COMMITTER_EMAIL: 'rehearsal@example.invalid',
  GIT_CONFIG_GLOBAL: '/dev/null',
}
