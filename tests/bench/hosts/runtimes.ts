import { join } from 'node:path'
import type { Runtime } from './program.ts'

/** The runtimes that run programs, from this package's own dependencies. */
export function runtimes(): Readonly<Record<'node' | 'deno' | 'bun', Runtime>> {
  const bin = join(import.meta.dirname, '../node_modules/.bin')
  return {
    node: { name: 'Node', command: process.execPath, args: [] },
    deno: { name: 'Deno', command: join(bin, 'deno'), args: ['run', '--allow-all', '--no-config', '--quiet'] },
    bun: { name: 'Bun', command: join(bin, 'bun'), args: ['run'] },
  }
}
