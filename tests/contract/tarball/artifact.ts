import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { PackageName } from './install.ts'

const { folder, tarballs } = inject('packed')

/** A package as it came out of its tarball. */
export interface Artifact {
  readonly name: PackageName
  readonly tarball: string
  /** Where it is installed. */
  readonly folder: string
  /** Paths in the tarball, without `package/`, in order. */
  readonly files: readonly string[]
  readonly manifest: Manifest
  readonly text: (path: string) => string
}

interface Manifest {
  readonly name: string
  readonly type?: string
  readonly main?: string
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly bin?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
}

export const installed = folder

export function artifact(name: PackageName): Artifact {
  const own = join(folder, 'node_modules/@tc3-edge', name)
  const text = (path: string) => readFileSync(join(own, path), 'utf8')
  const listed = execFileSync('tar', ['-tzf', tarballs[name]], { encoding: 'utf8' })
  return {
    name,
    tarball: tarballs[name],
    folder: own,
    files: listed
      .trim()
      .split('\n')
      .map((path) => path.replace('package/', ''))
      .sort(),
    manifest: JSON.parse(text('package.json')),
    text,
  }
}

/** Files of the artifact that match. */
export function filesOf({ folder: cwd }: Artifact, pattern: string): string[] {
  return globSync(pattern, { cwd }).sort()
}
