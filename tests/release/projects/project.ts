import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Registry } from '../steps/registry.ts'
import { type RunOptions, run } from '../steps/run.ts'

/** What somebody starts with: an empty folder, in one runtime. */
export interface Project {
  readonly name: string
  /** Installs the released packages, builds what is to be built, and gets a token. Answers the token. */
  readonly token: (place: Place) => Promise<string>
}

export interface Place {
  /** The project's own; nothing is in it. */
  readonly folder: string
  readonly registry: Registry
  /** Where the emulator listens. */
  readonly endpoint: string
}

/** What the emulator accepts: temporary credentials, because browsers take no others. */
export const credentials = { secretId: 'AKID-rehearsal', secretKey: 'rehearsal-key', token: 'rehearsal-token' } as const

/** The expression that an application creates its client with. */
export function createClient(endpoint: string): string {
  const options = { credentials, region: 'ap-singapore', endpoint }
  return `createFaceidClient(${JSON.stringify(options)})`
}

/** The expression that gets a token. The emulator's witness tells the projects apart by `Extra`. */
export function askForToken(project: string): string {
  return `faceid.ApplySdkVerificationToken({ CheckMode: 1, Extra: ${JSON.stringify(project)} })`
}

/** A program that prints a token. */
export function program(project: string, endpoint: string): string {
  return `import { createFaceidClient } from '@tc3-edge/faceid'

const faceid = ${createClient(endpoint)}
const { SdkToken } = await ${askForToken(project)}
console.log(SdkToken)
`
}

/** Writes files: text as it is, anything else as JSON. */
export async function write(folder: string, files: Readonly<Record<string, string | object>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }
}

/** Installs from the registry with npm. Nothing comes from what this machine has kept. */
export async function npmInstall({ folder, registry }: Pick<Place, 'folder' | 'registry'>, ...packages: string[]) {
  await write(folder, { '.npmrc': registry.npmrc })
  const flags = ['--no-audit', '--no-fund', '--cache', join(folder, '.npm-cache')]
  await run('npm', ['install', ...flags, ...packages], { cwd: folder, env: registryEnvironment(registry) })
}

export function registryEnvironment({ url }: Registry): Record<string, string> {
  return { npm_config_registry: `${url}/` }
}

export async function runIn(folder: string, command: string, args: readonly string[], env: RunOptions['env'] = {}) {
  return run(command, args, { cwd: folder, env })
}
