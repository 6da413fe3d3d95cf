import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { close, listen } from '@tc3-edge/test-support/listen'
import { runServer } from 'verdaccio'
import { cleanEnvironment } from './run.ts'

/** An npm registry of our own, on loopback. What is not ours it fetches from the registry that npm is set to. */
export interface Registry {
  readonly url: string
  /** What npm's kind of clients need in an `.npmrc`: where the registry is, and who may publish. */
  readonly npmrc: string
  /** What the registry says of a package. */
  readonly about: (name: string) => Promise<Packument>
  readonly close: () => Promise<void>
}

export interface Packument {
  readonly 'dist-tags': Readonly<Record<string, string>>
  readonly versions: Readonly<Record<string, PublishedVersion>>
}

export interface PublishedVersion {
  readonly deprecated?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly dist: { readonly integrity: string; readonly tarball: string }
}

export async function startRegistry(folder: string): Promise<Registry> {
  const server = (await runServer(configuration(folder) as Parameters<typeof runServer>[0])) as Server
  const url = await listen(server)
  const token = await register(url)
  const npmrc = `registry=${url}/\n//${new URL(url).host}/:_authToken=${token}\n`
  return { url, npmrc, about: (name) => packument(url, name), close: () => close(server) }
}

function configuration(folder: string): object {
  return {
    configPath: join(folder, 'verdaccio.yaml'),
    self_path: folder,
    storage: join(folder, 'storage'),
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 1 } },
    uplinks: { outside: { url: outsideRegistry(), timeout: '60s', max_fails: 10 } },
    packages: {
      // Ours come from here or not at all.
      '@tc3-edge/*': { access: '$all', publish: '$authenticated' },
      '**': { access: '$all', proxy: 'outside' },
    },
    web: { enable: false },
    max_body_size: '50mb',
    log: { type: 'stdout', format: 'pretty', level: 'fatal' },
  }
}

function outsideRegistry(): string {
  const options: ExecFileSyncOptionsWithStringEncoding = {
    encoding: 'utf8',
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
  }
  return execFileSync('npm', ['config', 'get', 'registry'], options).trim()
}

/** The one user that it takes. Answers the token that lets it publish. */
async function register(url: string): Promise<string> {
  const response = await fetch(`${url}/-/user/org.couchdb.user:rehearsal`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'rehearsal', password: 'opens-nothing-else' }),
  })
  const { token } = (await response.json()) as { token?: string }
  if (token === undefined) throw new Error(`The registry took no user: HTTP ${response.status}`)
  return token
}

async function packument(url: string, name: string): Promise<Packument> {
  const response = await fetch(`${url}/${name.replace('/', '%2f')}`)
  if (!response.ok) throw new Error(`The registry has no ${name}: HTTP ${response.status}`)
  return (await response.json()) as Packument
}
