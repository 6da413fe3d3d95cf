import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { build, type Plugin } from 'esbuild'

const folder = join(import.meta.dirname, '..')

/** Which contestants, and in what. */
export interface Programme {
  readonly contestants: 'signing' | 'calling' | 'calling-official'
  readonly kind: 'program' | 'worker'
}

/** One file of JavaScript with everything in it. */
export async function bundleContestants({ contestants, kind }: Programme, outfile: string): Promise<void> {
  const code = {
    program: `import { serve } from './hosts/program-entry.ts'; await serve(contestants)`,
    worker: `import { worker } from './hosts/worker-entry.ts'; export default worker(contestants)`,
  }
  await build({
    stdin: {
      contents: `import { contestants } from './contestants/${contestants}.ts'; ${code[kind]}`,
      resolveDir: folder,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
    ...(kind === 'program'
      ? { platform: 'node', banner: { js: REQUIRE } }
      : { platform: 'neutral', mainFields: ['module', 'main'], plugins: [nodeModules] }),
  })
}

/** CommonJS in the bundle asks for Node's own modules. */
const REQUIRE = `import { createRequire as r } from 'node:module'; const require = r(import.meta.url);`

/** In workerd they can be imported and not required. */
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

/** One of `workers/` as one module. */
export async function bundleWorker(name: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [join(folder, `workers/${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*'],
    plugins: [nodeModules],
    logLevel: 'error',
  })
}
