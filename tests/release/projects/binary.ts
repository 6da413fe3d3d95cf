import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A program of this workspace: what is rehearsed is how the packages arrive, not how a bundler does. */
export function binary(name: 'tsc' | 'vite' | 'wrangler'): string {
  return join(import.meta.dirname, '../node_modules/.bin', name)
}

/** A runtime that an npm package holds. */
export function runtime(name: 'deno' | 'bun'): string {
  const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  return join(folder, name === 'deno' ? 'deno' : 'bin/bun.exe')
}
