import { createHash } from 'node:crypto'
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Copy, commit } from './copy.ts'
import type { Registry } from './registry.ts'

/** A tarball as it was packed. */
export interface Packed {
  readonly name: string
  readonly version: string
  readonly tarball: string
}

/** Versions and changelogs from the changesets that wait, if any do. */
export async function version(copy: Copy): Promise<void> {
  const waiting = globSync('.changeset/*.md', { cwd: copy.folder }).filter((path) => !path.endsWith('README.md'))
  if (waiting.length === 0) return
  await copy.pnpm('run', 'version')
  await commit(copy, 'Version packages')
}

/** Builds and packs what the registry does not have yet. */
export async function pack(copy: Copy, folder: string): Promise<readonly Packed[]> {
  await copy.pnpm('run', 'build')
  await copy.pnpm('exec', 'changeset', 'pack', '--out-dir', folder)
  const { plan } = JSON.parse(await readFile(join(folder, 'publish-plan.json'), 'utf8')) as { plan: Plan }
  return plan.flat().map(({ name, version, tarball }) => ({ name, version, tarball: join(folder, tarball.path) }))
}

type Plan = readonly (readonly { name: string; version: string; tarball: { path: string } }[])[]

/** Publishes what lies in the folder of `pack`, and nothing that is built again. */
export async function publish(copy: Copy, folder: string): Promise<void> {
  await copy.pnpm('exec', 'changeset', 'publish', '--from-pack-dir', folder)
}

/** Byte for byte, what was packed is what the registry serves; and a tag says which commit it was. */
export async function verify(copy: Copy, registry: Registry, packed: readonly Packed[]): Promise<void> {
  const tags = (await copy.git('tag', '--list', '--points-at=HEAD')).split('\n')
  for (const { name, version, tarball } of packed) {
    const { versions, 'dist-tags': distTags } = await registry.about(name)
    const { dist } = versions[version] ?? {}
    const served = Buffer.from(await (await fetch(dist?.tarball ?? '')).arrayBuffer())
    const here = integrity(await readFile(tarball))
    same(dist?.integrity, here, `the integrity of ${name}@${version}`)
    same(integrity(served), here, `the bytes of ${name}@${version}`)
    same(distTags.latest, version, `the latest ${name}`)
    same(tags.includes(`${name}@${version}`), true, `the tag ${name}@${version}`)
  }
}

function integrity(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}

export function same<T>(actual: T, expected: T, what: string): void {
  if (actual !== expected) throw new Error(`${what} is ${String(actual)} and should be ${String(expected)}`)
}
