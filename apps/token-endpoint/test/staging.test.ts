import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unstable_readConfig } from 'wrangler'

const app = join(import.meta.dirname, '..')
const guide = await readFile(join(app, '../../docs/operating.md'), 'utf8')
/** As much of what wrangler understands as is looked at here. */
interface Environment {
  readonly name: string
  readonly routes: readonly unknown[]
  readonly vars: Readonly<Record<string, unknown>>
  readonly ratelimits: readonly { readonly name: string; readonly namespace_id: string }[]
  readonly analytics_engine_datasets: readonly { readonly binding: string; readonly dataset?: string }[]
  readonly observability: unknown
  readonly secrets: unknown
  readonly durable_objects: unknown
  readonly exports: unknown
}

let folder: string
let config: string

/** The settings of the checkout with a domain of production's, and what the guide says to add. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staging-'))
  config = join(folder, 'wrangler.jsonc')
  const ours = await readFile(join(app, 'wrangler.jsonc'), 'utf8')
  const [, domain = ''] = /### A domain of your own\n\nAdd `(.*?)`/.exec(guide) ?? []
  const [, environments = ''] = /```jsonc\n([\s\S]*?)```/.exec(guide) ?? []
  const moved = ours.replace('"src/worker.ts"', `"${app}/src/worker.ts"`).replace('"./public"', `"${app}/public"`)
  await writeFile(config, moved.replace(/\}\s*$/, `,\n${domain},\n${environments}}`))
})
afterAll(() => rm(folder, { recursive: true }))

const production = (): Environment => unstable_readConfig({ config })
const staging = (): Environment => unstable_readConfig({ config, env: 'staging' })

/** What wrangler says of a deployment that it does not make. */
async function dryRun(...options: string[]): Promise<string> {
  const wrangler = join(app, 'node_modules/.bin/wrangler')
  const args = ['deploy', '--config', config, '--dry-run', ...options]
  const env = { ...process.env, CI: '1', WRANGLER_LOG_PATH: folder }
  const { stdout, stderr } = await promisify(execFile)(wrangler, args, { cwd: app, env })
  return stripVTControlCharacters(stdout + stderr)
}

describe('staging beside production, as the guide writes it', () => {
  it('leaves production its domain, and its gate and rate limiting to itself', () => {
    expect(production().routes).toMatchObject([{ pattern: 'tokens.example.com' }])
    expect(staging().routes).toStrictEqual([])
    expect(staging().name).not.toBe(production().name)
    const limiters = ({ ratelimits }: Environment) => ratelimits.map(({ namespace_id }) => namespace_id)
    expect(limiters(staging())).not.toStrictEqual(limiters(production()))
    const datasets = ({ analytics_engine_datasets }: Environment) =>
      analytics_engine_datasets.map(({ dataset }) => dataset)
    expect(datasets(staging())).not.toStrictEqual(datasets(production()))
  })

  it('keeps no headers and no query strings in the logs', () => {
    for (const environment of [production(), staging()]) {
      expect(environment.observability).toMatchObject({ redact_query_string: true, logs: { invocation_logs: false } })
    }
  })

  it('lacks nothing that production has', () => {
    const parts = ({ secrets, durable_objects, exports, ratelimits, vars, observability, ...others }: Environment) => ({
      secrets,
      observability,
      datasets: others.analytics_engine_datasets.map(({ binding }) => binding),
      durable_objects,
      exports,
      limiters: ratelimits.map(({ name }) => name),
      vars: ['FACEID_ENDPOINT', 'FACEID_REGION'].map((name) => vars[name]),
    })
    expect(parts(staging())).toStrictEqual(parts(production()))
  })

  it.each([
    ['staging', 'env.QUOTA_PER_SECOND (5)'],
    ['', 'env.GATE (Gate)'],
  ])('is deployed without a warning: --env "%s"', async (env, binding) => {
    const said = await dryRun('--env', env)
    expect(said).toContain(binding)
    expect(said).not.toContain('WARNING')
  })
})
