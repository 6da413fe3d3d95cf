import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The files of the reference. RapiDoc is a single file that loads nothing from elsewhere. */
export const referenceFiles = [
  { name: 'index.html', path: join(import.meta.dirname, 'index.html'), type: 'text/html; charset=utf-8' },
  { name: 'reference.js', path: join(import.meta.dirname, 'reference.js'), type: 'text/javascript; charset=utf-8' },
  { name: 'reference.css', path: join(import.meta.dirname, 'reference.css'), type: 'text/css; charset=utf-8' },
  { name: 'mark.svg', path: join(import.meta.dirname, 'mark.svg'), type: 'image/svg+xml' },
  {
    name: 'rapidoc-min.js',
    path: fileURLToPath(import.meta.resolve('rapidoc/dist/rapidoc-min.js')),
    type: 'text/javascript; charset=utf-8',
  },
] as const
