import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const folder = join(import.meta.dirname, '../page')

/** The page's files by path. Bundled at every start, which takes a tenth of a second and leaves nothing to go stale. */
export type PageFiles = Readonly<Record<string, { readonly type: string; readonly text: string }>>

export async function bundlePage(): Promise<PageFiles> {
  const { outputFiles } = await build({
    entryPoints: { page: join(folder, 'main.tsx') },
    outdir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  })
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? ''
  return {
    '/': { type: 'text/html; charset=utf-8', text: await readFile(join(folder, 'index.html'), 'utf8') },
    '/page.js': { type: 'text/javascript; charset=utf-8', text: textOf('.js') },
    '/page.css': { type: 'text/css; charset=utf-8', text: textOf('.css') },
  }
}
