import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examplesOf } from '../readme/examples.ts'
import { artifact, installed } from './artifact.ts'
import { abortingConsumer, describedApi, emulatorConsumer, faceidConsumer, signerConsumer } from './consumers.ts'
import { type PackageName, packageNames } from './install.ts'
import {
  complaints,
  complaintsOfDeno,
  type Environment,
  environments,
  type Resolution,
  resolutions,
} from './type-check.ts'

const rows = (Object.keys(environments) as Environment[]).flatMap((environment) =>
  (Object.keys(resolutions) as Resolution[]).map((resolution) => ({ environment, resolution })),
)
const files = (environment: Environment, resolution: Resolution = 'nodenext') => ({
  'signer.ts': signerConsumer,
  // openapi-fetch and the emulator name what a runtime declares, such as `Request`.
  ...(environment !== 'nothing declared' && {
    'faceid.ts': faceidConsumer,
    'aborting.ts': abortingConsumer,
  }),
  // Its many files take the compiler long; attw has tried the other ways to resolve them.
  ...(environment !== 'nothing declared' && resolution === 'nodenext' && { 'emulator.ts': emulatorConsumer }),
})

describe('the emitted types, with the declarations of', () => {
  it.each(rows)('$environment, under $resolution', async ({ environment, resolution }) => {
    expect(await complaints({ environment, resolution, files: files(environment, resolution) })).toBe('')
  })

  it.each(['DOM', 'Node.js'] as const)(
    '%s, by TypeScript 5.9, between the oldest and the newest',
    async (environment) => {
      const check = { environment, resolution: 'nodenext', typescript: 'typescript5' } as const
      expect(await complaints({ ...check, files: files(environment) })).toBe('')
    },
  )

  it.each(['nothing declared', 'DOM', 'Node.js', 'Cloudflare Workers'] as const)(
    '%s, by the TypeScript 5.4 that the READMEs name',
    async (environment) => {
      const check = { environment, resolution: 'nodenext', typescript: 'typescript54' } as const
      expect(await complaints({ ...check, files: files(environment) })).toBe('')
    },
  )

  it('Deno', async () => {
    expect(await complaintsOfDeno(files('DOM'))).toBe('')
  })

  it.each(packageNames)('%s, whose README names the oldest TypeScript', async (name) => {
    expect(artifact(name).text('README.md').replaceAll('\n', ' ')).toContain('TypeScript 5.4 or newer')
  })
})

const examplesFor = (name: PackageName) => examplesOf(join(installed, 'node_modules/@tc3-edge', name, 'README.md'))
const examples = await examplesFor('signer')
const codeUnder = (name: string) => examples.find(({ heading }) => heading === name)?.code ?? ''

describe('the README’s examples type-check', () => {
  it.each<[heading: string, environment: Environment]>([
    ['Node.js', 'Node.js'],
    ['Bun', 'Node.js'],
    ['Cloudflare Workers', 'Cloudflare Workers'],
    ['Vercel Edge', 'DOM'],
    ['Browsers, with temporary credentials', 'DOM'],
    ['Faster on servers', 'Node.js'],
    ['Each step by itself', 'DOM'],
  ])('%s', async (heading, environment) => {
    const files = { 'example.ts': codeUnder(heading) }
    expect(await complaints({ environment, resolution: 'nodenext', files })).toBe('')
  })

  it.each<Environment>(['DOM', 'Node.js', 'Cloudflare Workers'])(
    'With openapi-fetch, where there is %s',
    async (environment) => {
      const files = { 'example.ts': codeUnder('With openapi-fetch'), 'faceid.ts': describedApi }
      expect(await complaints({ environment, resolution: 'nodenext', files })).toBe('')
    },
  )

  it('Deno', async () => {
    expect(await complaintsOfDeno({ 'example.ts': codeUnder('Deno') })).toBe('')
  })

  it.each(['client', 'faceid'] as const)('all of %s', async (name) => {
    const files = (await examplesFor(name)).map(({ code }, index) => [`example-${index}.ts`, code])
    expect(files.length).toBeGreaterThan(3)
    const check = { environment: 'Node.js', resolution: 'nodenext', files: Object.fromEntries(files) } as const
    expect(await complaints(check)).toBe('')
  })

  it('When the clock is wrong', async () => {
    const files = { 'example.ts': codeUnder('Node.js') + codeUnder('When the clock is wrong') }
    expect(await complaints({ environment: 'Node.js', resolution: 'nodenext', files })).toBe('')
  })
})
