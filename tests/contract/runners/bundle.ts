import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Format, type Plugin } from 'esbuild'
import type { Job } from './runtime.ts'

export interface BundleOptions {
  /** A path, or the code itself. */
  readonly entry: string | { readonly code: string; readonly resolveDir?: string }
  readonly outfile: string
  readonly format: Format
  /** Where the packed packages are installed. */
  readonly installed: string
  /** Whether the runtime resolves the packages on its own, from its `node_modules`. Default: they are bundled. */
  readonly resolves?: boolean
  /** The text that stands for `suite-settings`. */
  readonly settingsFile?: string
}

/** One file of JavaScript for one runtime, with the packages from their tarballs and never from the workspace. */
export async function bundle(options: BundleOptions): Promise<void> {
  const { entry, outfile, format, installed } = options
  const { metafile } = await build({
    ...(typeof entry === 'string'
      ? { entryPoints: [entry] }
      : { stdin: { contents: entry.code, loader: 'ts', resolveDir: entry.resolveDir ?? installed } }),
    outfile,
    format,
    bundle: true,
    metafile: true,
    target: 'es2022',
    external: ['node:*', 'cloudflare:*'],
    absWorkingDir: installed,
    logLevel: 'silent',
    plugins: [fromTarballs(options)],
  })
  const strangers = Object.keys(metafile.inputs).filter((path) => /packages\/\w+\/src\//.test(path))
  if (strangers.length > 0) throw new Error(`taken from the workspace: ${strangers.join(', ')}`)
}

function fromTarballs({ installed, resolves = false, settingsFile = '' }: BundleOptions): Plugin {
  return {
    name: 'from-tarballs',
    setup({ onLoad, onResolve, resolve }) {
      onResolve({ filter: /^suite-settings$/ }, () => ({ path: settingsFile, namespace: 'text' }))
      // A text, because Deno refuses the lone surrogates that are in it when they stand in JavaScript.
      onLoad({ filter: /^/, namespace: 'text' }, async ({ path }) => ({
        contents: await readFile(path, 'utf8'),
        loader: 'text',
      }))
      onResolve({ filter: /^@tc3-edge\// }, async ({ path, kind, resolveDir }) => {
        if (resolves) return { path, external: true }
        // Answered by esbuild itself when it is asked from there.
        if (resolveDir.startsWith(installed)) return undefined
        return resolve(path, { kind, resolveDir: installed })
      })
    },
  }
}

/** What starts the suite in one kind of runtime. */
export type EntryName = 'process' | 'worker' | 'edge' | 'page'

/** The suite and its settings as one file in the scratch folder. Returns its path. */
export async function suiteBundle(job: Job, name: EntryName, format: Format): Promise<string> {
  const { installed, scratch, settings } = job
  const entry = join(import.meta.dirname, `../suite/entries/${name}.ts`)
  const settingsFile = join(scratch, 'settings.json')
  const outfile = join(scratch, 'suite.mjs')
  await writeFile(settingsFile, JSON.stringify(settings))
  // Programs resolve the packages as an application's would.
  await bundle({ entry, outfile, format, installed, settingsFile, resolves: name === 'process' })
  return outfile
}
