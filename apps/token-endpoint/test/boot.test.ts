import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestHarness } from 'wrangler'

// As `wrangler dev` and a deployment see it: with assets, rate limiting and the other bindings of wrangler.jsonc.
const server = createTestHarness({ workers: [{ configPath: join(import.meta.dirname, '../wrangler.jsonc') }] })
beforeAll(async () => {
  const folder = join(import.meta.dirname, '..')
  const write = join(folder, '../playground/reference/write.ts')
  await promisify(execFile)(process.execPath, [write, join(folder, 'public/docs')])
  await server.listen()
})
afterAll(() => server.close())

it('the Worker boots, and says which settings it lacks', async () => {
  const response = await server.fetch('/healthz')
  expect(response.status).toBe(503)
  expect(Object(await response.json()).detail).toContain('BACKENDS or ISSUERS should be set')
})

it('the API reference is served as static assets, without anything from elsewhere', async () => {
  const response = await server.fetch('/docs/')
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'self'")
  const page = await response.text()
  expect(page).toContain('/openapi.json')
  expect(page).not.toMatch(/(src|href)="https?:/)
  expect((await server.fetch('/docs/rapidoc-min.js')).status).toBe(200)
})
