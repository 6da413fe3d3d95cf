// `pnpm jsr`: publishes the packages with a jsr.json to JSR; versions that are there already are skipped. `--dry-run` only checks.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/**
 * Runs `deno publish` over all packages that have a jsr.json: as one Deno workspace, so that the client finds the signer
 * that is published with it, and away from the package.json files, which Deno would read too. Returns the exit code.
 */
export async function publishToJsr(args: readonly string[], from: string = root): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'tc3-edge-jsr-'))
  try {
    const workspace = globSync('packages/*/jsr.json', { cwd: from }).map(dirname).sort()
    for (const path of workspace) await copySources(join(from, path), join(folder, path))
    await writeFile(join(folder, 'deno.json'), JSON.stringify({ workspace, minimumDependencyAge: 0 }))
    return await deno(['publish', '--allow-dirty', ...args], folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copySources(from: string, to: string): Promise<void> {
  for (const path of ['jsr.json', 'README.md', 'CHANGELOG.md', 'src']) {
    if (existsSync(join(from, path))) await cp(join(from, path), join(to, path), { recursive: true })
  }
}

function deno(args: readonly string[], cwd: string): Promise<number> {
  // Deno does not read npm's configuration.
  const NPM_CONFIG_REGISTRY = execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()
  const child = spawn(join(root, 'node_modules/.bin/deno'), args, {
    cwd,
    env: { ...process.env, NPM_CONFIG_REGISTRY, DENO_NO_UPDATE_CHECK: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

if (import.meta.main) process.exitCode = await publishToJsr(process.argv.slice(2))
