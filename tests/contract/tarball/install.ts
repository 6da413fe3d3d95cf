import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../../..')

/** The published packages, each after those that it needs. */
export const packageNames = ['signer', 'client', 'faceid', 'emulator'] as const
export type PackageName = (typeof packageNames)[number]

/** Where the packed packages are. */
export interface Packed {
  /** A folder outside the workspace, with the tarballs installed in its `node_modules`. */
  readonly folder: string
  readonly tarballs: Readonly<Record<PackageName, string>>
}

/** Builds and packs the packages as a release would, and installs the tarballs into the folder. */
export async function packAndInstall(folder: string): Promise<Packed> {
  await mkdir(folder, { recursive: true })
  const packed = packageNames.map(async (name) => {
    await build(name)
    return [name, await pack(name, folder)] as const
  })
  const tarballs: Record<string, string> = Object.fromEntries(await Promise.all(packed))
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const installed = [...Object.values(tarballs), 'openapi-fetch@0.17.0']
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...installed], {
    cwd: folder,
    env: withoutPnpm(),
  })
  return { folder, tarballs: tarballs as Packed['tarballs'] }
}

/** What earlier builds left is taken away first, or it would be packed too. */
async function build(name: PackageName): Promise<void> {
  const cwd = join(root, 'packages', name)
  await rm(join(cwd, 'dist'), { recursive: true, force: true })
  await pnpm(['run', 'build'], cwd)
}

async function pack(name: PackageName, folder: string): Promise<string> {
  const cwd = join(root, 'packages', name)
  const { version } = JSON.parse(await readFile(join(cwd, 'package.json'), 'utf8')) as { version: string }
  await pnpm(['pack', '--pack-destination', folder], cwd)
  return join(folder, `tc3-edge-${name}-${version}.tgz`)
}

/** The pnpm that runs this, else the one that the workspace names. */
async function pnpm(args: readonly string[], cwd: string): Promise<void> {
  const { npm_execpath: running = '' } = process.env
  if (/pnpm$/.test(running)) await run(running, [...args], { cwd })
  else await run('npx', ['-y', `pnpm@${await pnpmVersion()}`, ...args], { cwd })
}

async function pnpmVersion(): Promise<string> {
  const { devEngines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return devEngines.packageManager.version
}

/** npm would take pnpm's settings for its own and warn about each. */
function withoutPnpm(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm|pnpm)_/i.test(name)))
}
