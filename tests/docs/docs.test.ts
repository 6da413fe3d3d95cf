import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { developmentCredential } from '@tc3-edge/emulator'
import { startEmulator } from '@tc3-edge/emulator/node'
import { describe, expect, it } from 'vitest'
import { makeBindingKey } from '../../apps/token-endpoint/dev/make-binding-key.ts'
import { parseBindingKeys } from '../../apps/token-endpoint/src/settings/binding-keys.ts'
import { settingNames } from '../../apps/token-endpoint/src/settings/definitions.ts'
import { checkSettings } from '../../apps/token-endpoint/src/settings/settings.ts'
import { copyRepository, publishedPackages } from '../release/steps/copy.ts'
import { cleanEnvironment } from '../release/steps/run.ts'

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)
const page = (path: string) => readFile(join(root, path), 'utf8')
const blocks = (text: string, language: string) =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block)

describe('docs/operating.md', () => {
  it('lists every setting, and no other', async () => {
    const [, table = ''] = /## Settings\n([\s\S]*?)\n## /.exec(await page('docs/operating.md')) ?? []
    const rows = table.split('\n').filter((line) => line.startsWith('| `'))
    const listed = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
    )
    expect(listed.sort()).toStrictEqual([...settingNames].sort())
  })

  it('shows presets that are accepted', async () => {
    const presets = blocks(await page('docs/operating.md'), 'json').find((block) => block.includes('"fixed"')) ?? ''
    const others = {
      TENCENTCLOUD_SECRET_ID: 'id',
      TENCENTCLOUD_SECRET_KEY: 'key',
      FACEID_REGION: 'ap-singapore',
      BACKENDS: JSON.stringify({ a: { keys: ['0'.repeat(64)] } }),
      BINDING_KEYS: `[${makeBindingKey()}]`,
    }
    expect(checkSettings({ ...others, PRESETS: presets })).toHaveProperty('presets.liveness')
  })

  it('makes keys by the command that it names', async () => {
    const [command = ''] = /npx -y pnpm@\S+ make-key NAME/.exec(await page('docs/operating.md')) ?? []
    const { stdout } = await run('bash', ['-c', command.replace('NAME', 'desk-1')], { cwd: root })
    expect(stdout).toMatch(/tc3e_[\w-]{43}/)
    const [entry = ''] = /\{"desk-1":.*\}/.exec(stdout) ?? []
    expect(entry).toContain('desk-1')
    expect(checkSettings({ BACKENDS: entry })).not.toHaveProperty(
      'issues',
      expect.arrayContaining([expect.stringContaining('BACKENDS')]),
    )
  })

  it('makes binding keys by the script that it names', async () => {
    const [, script = ''] = /pnpm@\S+ (make-binding-key)$/m.exec(await page('docs/operating.md')) ?? []
    const { scripts } = JSON.parse(await page('apps/token-endpoint/package.json'))
    const { stdout } = await run('bash', ['-c', scripts[script]], { cwd: join(root, 'apps/token-endpoint') })
    const [setting = ''] = /\[\{"kid":.*\}\]/.exec(stdout) ?? []
    expect(parseBindingKeys(setting).signingKid).toMatch(/^[0-9a-f]{8}$/)
    expect(stdout).toContain('73 hours')
  })

  it('has a row for each region of the spec', async () => {
    const text = await page('docs/operating.md')
    const [, regions = ''] =
      /X-TC-Region:\n[\s\S]*?x-known-values: \[(.*?)\]/.exec(await page('spec/faceid.yaml')) ?? []
    for (const region of regions.split(', ')) expect(text).toContain(`| \`${region}\` | \`aws:`)
  })
})

describe('the example of settings for development', () => {
  it('names settings that exist', async () => {
    const text = await page('apps/token-endpoint/.dev.vars.example')
    const names = [...text.matchAll(/^([A-Z_]+)=/gm)].map(([, name = '']) => name)
    expect(settingNames).toEqual(expect.arrayContaining(names))
    expect(names.length).toBeGreaterThan(3)
  })
})

describe('what is in the house', () => {
  it.each([
    ['CONTRIBUTING.md', /^\| `([^`]+)`/gm],
    ['README.md', /\[`([^`]+)`\]\(/g],
  ])('every package is on the map of %s', async (path, name) => {
    const places = [...(await page(path)).matchAll(name)].map(([, place]) => place)
    const packages = globSync(['{packages,apps}/*/package.json'], { cwd: root }).map(dirname)
    expect(packages.filter((folder) => !places.includes(folder))).toStrictEqual([])
  })

  it('the README promises of other limiters what the simulation says', async () => {
    const [, limiters = ''] = (await page('docs/simulation/README.md')).split(/^## /m)
    const rows = limiters.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
    const shares = rows.filter(([, name = '', most = '']) => /\d/.test(most) && !/^(the gate|Workers)/.test(name))
    const best = Math.max(...shares.map((cells) => Number.parseInt(cells[5] ?? '', 10)))
    const [, promised] =
      /leave light callers (\d+) % of their share at best/.exec((await page('README.md')).replaceAll('\n', ' ')) ?? []
    expect(shares.length).toBeGreaterThan(10)
    expect(best).toBe(Number(promised))
  })
})

describe('the README, beside the official SDK', () => {
  it('names sizes as they were measured', async () => {
    const cells = (text: string) => text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
    const measured = cells(await page('docs/bench/RESULTS.md'))
    const promised = cells(await page('README.md'))
    const figure = (name: string, column: number, columns: number) =>
      Number(measured.find((row) => row[1] === name && row.length === columns)?.[column]?.replaceAll(',', ''))
    const row = (name: string) => promised.find((cell) => cell[1] === name)?.slice(2, 4)
    const kB = (bytes: number) => `${Math.round(bytes / 1_000)} kB`
    const MB = (kilobytes: number) => `${(kilobytes / 1_000).toFixed(1)} MB`
    expect(row('in a Worker, minified and gzipped')).toEqual([
      kB(figure('our client', 3, 7)),
      kB(figure('official, intl', 3, 7)),
    ])
    expect(row('installed')).toEqual([
      MB(figure('@tc3-edge/faceid', 3, 5)),
      MB(figure('tencentcloud-sdk-nodejs-intl-en', 3, 5)),
    ])
  })
})

describe('snippets', () => {
  /** Runs TypeScript in this package, where ours can be imported. */
  const runHere = async (code: string) =>
    (await run(process.execPath, ['--input-type=module-typescript', '--eval', code], { cwd: import.meta.dirname }))
      .stdout

  it('of the README: the client gets a token', async () => {
    const emulator = await startEmulator()
    const [snippet = ''] = blocks(await page('README.md'), 'ts')
    const { secretId, secretKey } = developmentCredential
    const given = `const secretId = '${secretId}', secretKey = '${secretKey}'\n`
    const here = snippet.replace("region: 'ap-singapore'", `region: 'ap-singapore', endpoint: '${emulator.url}'`)
    expect(await runHere(`${given}${here}console.log(SdkToken)`)).toMatch(/^[0-9A-F-]{36}\n$/i)
    await emulator.close()
  })

  it('of the gate: it grants', async () => {
    const [snippet = ''] = blocks(await page('packages/gate/README.md'), 'ts')
    expect(await runHere(`${snippet}console.log(decisions[0].kind, decisions[0].signing, wakeAt)`)).toBe(
      'granted backdated undefined\n',
    )
  })
})

describe('docs/libraries.md', () => {
  it('has a way to the packages before there is a release', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'from-checkout-'))
    const project = join(folder, 'project')
    try {
      const [inCheckout = '', inProject = ''] = blocks(
        (await page('docs/libraries.md')).replaceAll('~/', `${folder}/`),
        'sh',
      )
      const copy = await copyRepository(join(folder, 'checkout'))
      for (const [, command = ''] of inCheckout.matchAll(/npx -y pnpm@[\d.]+ (.*)/g))
        await copy.pnpm(...command.split(' '))
      await mkdir(project)
      await writeFile(join(project, 'package.json'), '{}')
      await run('bash', ['-ec', inProject], {
        cwd: project,
        env: { ...cleanEnvironment(), npm_config_prefer_offline: 'true' },
      })
      const names = publishedPackages.map(({ name }) => name)
      const imports = `await Promise.all(${JSON.stringify(names)}.map((name) => import(name)))`
      await run(process.execPath, ['--input-type=module', '--eval', imports], { cwd: project })
    } finally {
      await rm(folder, { recursive: true })
    }
  }, 300_000)
})

describe('every page', () => {
  const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md', 'apps/*/README.md'], { cwd: root })

  it.each(pages)('%s links to files that are there', async (path) => {
    const links = [...(await page(path)).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target)
    const missing = links.filter((target) => globSync(join(root, path, '..', target)).length === 0)
    expect(missing).toStrictEqual([])
  })

  it.each(pages)('%s names scripts that are there', async (path) => {
    const scripts = new Set(['install', 'exec', 'pack'])
    for (const file of globSync(['package.json', '{packages,apps,tests}/*/package.json', 'spec/package.json'], {
      cwd: root,
    })) {
      for (const name of Object.keys(JSON.parse(await page(file)).scripts ?? {})) scripts.add(name)
    }
    const code = [...(await page(path)).matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].join('\n')
    const named = [...code.matchAll(/pnpm(?:@\S+)? (?:--filter \S+ )?(?:run )?([a-z][\w:-]*)/g)]
    expect(named.map(([, script = '']) => script).filter((script) => !scripts.has(script))).toStrictEqual([])
  })
})
