import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { referenceFiles } from '../reference/files.ts'

/** The API reference, as the deployed Worker serves it from its static assets. */
export function reference(): Hono {
  const app = new Hono()
  for (const { name, path, type } of referenceFiles) {
    const respond = async () => new Response(await readFile(path), { headers: { 'Content-Type': type } })
    app.get(name === 'index.html' ? '/' : `/${name}`, respond)
  }
  return app
}
