import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the reference consists of. RapiDoc is one file that asks nobody else for anything. */
export const referenceFiles = [
  { name: 'index.html', path: join(import.meta.dirname, 'index.html'), type: 'text/html; charset=utf-8' },
  { name: 'reference.js', path: join(import.meta.dirname, 'reference.js'), type: 'text/javascript; charset=utf-8' },
  { name: 'reference.css', path: join(import.meta.dirname, 'reference.css'), type: 'text/css; charset=utf-8' },
  {
    name: 'rapidoc-min.js',
    path: fileURLToPath(import.meta.resolve('rapidoc/dist/rapidoc-min.js')),
    type: 'text/javascript; charset=utf-8',
  },
] as const
