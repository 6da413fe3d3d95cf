// Brings every jsr.json in step with the package.json beside it. Runs with `changeset version`.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '..')

for (const path of globSync('packages/*/jsr.json', { cwd: root }).sort()) {
  const { version, dependencies = {} }: Manifest = read(join(dirname(path), 'package.json'))
  const { imports = {} }: { imports?: Record<string, string> } = read(path)
  // Replaced in the text, so that it stays formatted as it is.
  let text = readFileSync(join(root, path), 'utf8').replace(/("version": )"[^"]*"/, `$1"${version}"`)
  for (const [name, old] of Object.entries(imports)) {
    text = text.replace(JSON.stringify(old), JSON.stringify(specifier(name, dependencies[name] ?? '')))
  }
  writeFileSync(join(root, path), text)
}

/** Packages of this workspace are on JSR too; the others come from npm, at the version that is tested. */
function specifier(name: string, range: string): string {
  if (range === '') throw new Error(`jsr.json imports ${name}, which is not among the dependencies of package.json.`)
  if (!range.startsWith('workspace:')) return `npm:${name}@${range}`
  const { version }: Manifest = read(join('packages', name.replace(/^@[^/]+\//, ''), 'package.json'))
  return `jsr:${name}@${range.replace('workspace:', '')}${version}`
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}
