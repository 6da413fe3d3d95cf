import { builtinModules } from 'node:module'
import { build, type Plugin } from 'esbuild'

export interface BundleOptions {
  /** A path, or the code itself with the folder that its imports are relative to. */
  readonly entry: string | { readonly code: string; readonly folder: string }
  readonly outfile: string
  /** `program`: for Node, Deno and Bun. */
  readonly kind: 'worker' | 'program'
}

/** Bundles an entry and all its imports to one file of JavaScript. */
export async function bundle({ entry, outfile, kind }: BundleOptions): Promise<void> {
  await build({
    ...(typeof entry === 'string'
      ? { entryPoints: [entry] }
      : { stdin: { contents: entry.code, resolveDir: entry.folder, loader: 'ts' } }),
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    ...(kind === 'program' ? forPrograms : forWorkers),
  })
}

/** CommonJS in the bundle requires Node's own modules. */
const forPrograms = {
  platform: 'node',
  banner: { js: `import { createRequire as r } from 'node:module'; const require = r(import.meta.url);` },
} as const

/** In workerd Node's modules can be imported and not required. */
export const nodeModules: Plugin = {
  name: 'node-modules',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(node:)?(${builtinModules.join('|')})$`)
    onResolve({ filter }, ({ path, kind }) => {
      const name = path.replace(/^(node:)?/, 'node:')
      if (kind === 'require-call') return { path: name, namespace: 'required' }
      return { path: name, external: true }
    })
    onLoad({ filter: /^/, namespace: 'required' }, ({ path }) => ({
      contents: `import whole from '${path}'; module.exports = whole`,
    }))
  },
}

const forWorkers = {
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['workerd', 'worker', 'browser'],
  external: ['cloudflare:*'],
  plugins: [nodeModules],
} satisfies Parameters<typeof build>[0]
