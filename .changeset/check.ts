// `pnpm changeset:check [ref]`: a change of a published package needs a changeset.
// Compares with the point where this branch left the ref, origin/main unless named.
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob, relative } from 'node:path'

const [since = 'origin/main'] = process.argv.slice(2)
const base = mergeBase(since)
if (base === undefined) fail(2, noSuchRef(since))

const changed = changedPackages(base)
const added = changesets(base)
// A changeset without packages states that nothing needs a release.
const excused = added.some(({ packages }) => packages.length === 0)
const unmentioned = changed.filter((name) => !added.some(({ packages }) => packages.includes(name)))
if (unmentioned.length > 0 && !excused) fail(1, noChangeset(unmentioned))
console.log(changed.length === 0 ? 'No published package has changed.' : 'Every change has a changeset.')

function noSuchRef(ref: string): string {
  return [
    `There is no ${ref} to compare with, or no commit in common with it.`,
    'Fetch it (git fetch origin main), or name another:',
    '  npx -y pnpm@12.21.0 changeset:check main',
  ].join('\n')
}

function noChangeset(names: readonly string[]): string {
  return [
    `Changed since ${since}, but in no changeset: ${names.join(', ')}.`,
    'Say what that means to those who use it:',
    '  npx -y pnpm@12.21.0 changeset',
    'If it means nothing to them:',
    '  npx -y pnpm@12.21.0 changeset --empty',
    '.changeset/README.md shows what a good one looks like.',
  ].join('\n')
}

/** Published packages that differ from the commit in what their users get. */
function changedPackages(commit: string): string[] {
  const { changedFilePatterns } = JSON.parse(readFileSync('.changeset/config.json', 'utf8'))
  const changed = [...lines('diff', '--name-only', commit), ...lines('ls-files', '--others', '--exclude-standard')]
  return globSync('packages/*/package.json').flatMap((path) => {
    const { name, private: unpublished } = JSON.parse(readFileSync(path, 'utf8'))
    const inside = changed.map((file) => relative(dirname(path), file))
    const matches = inside.some((file) => changedFilePatterns.some((pattern: string) => matchesGlob(file, pattern)))
    return matches && !unpublished ? [name] : []
  })
}

/** Changesets that are new since the commit, or changed, and the packages that each of them names. */
function changesets(commit: string): { packages: string[] }[] {
  const paths = [
    ...lines('diff', '--name-only', '--diff-filter=d', commit, '--', '.changeset/*.md'),
    ...lines('ls-files', '--others', '--exclude-standard', '--', '.changeset/*.md'),
  ]
  return paths
    .filter((path) => path !== '.changeset/README.md' && existsSync(path))
    .map((path) => {
      const [, head = ''] = /^---\n([\s\S]*?)---/.exec(readFileSync(path, 'utf8')) ?? []
      return { packages: [...head.matchAll(/^['"]?([^'"\n:]+)['"]?\s*:/gm)].map(([, name = '']) => name) }
    })
}

function mergeBase(ref: string): string | undefined {
  try {
    const options = { encoding: 'utf8' } as const
    process.chdir(join(import.meta.dirname, '..'))
    return execFileSync('git', ['merge-base', ref, 'HEAD'], { ...options, stdio: 'pipe' }).trim()
  } catch {
    return undefined
  }
}

function lines(...args: string[]): string[] {
  return execFileSync('git', args, { encoding: 'utf8' }).split('\n').filter(Boolean)
}

function fail(code: number, message: string): never {
  console.error(message)
  process.exit(code)
}
