import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { developmentCredential } from '@tc3-edge/emulator'
import { startEmulator } from '@tc3-edge/emulator/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectGone, outputOfCurl, start } from './running-command.ts'

const root = join(import.meta.dirname, '../..')
let folder: string
let app: string
let environment: Record<string, string>

/** A copy of the app, whose sources and settings may be changed. It imports packages from the checkout. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-dev-'))
  app = join(folder, 'apps/token-endpoint')
  await mkdir(app, { recursive: true })
  await cp(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
  for (const name of ['src', 'dev', 'public', 'package.json', 'tsconfig.json', 'wrangler.jsonc']) {
    await cp(join(root, 'apps/token-endpoint', name), join(app, name), { recursive: true })
  }
  await symlink(join(root, 'apps/token-endpoint/node_modules'), join(app, 'node_modules'))
  const [port, emulatorPort, playgroundPort] = await freePorts(3)
  environment = {
    PORT: `${port}`,
    EMULATOR_PORT: `${emulatorPort}`,
    PLAYGROUND_PORT: `${playgroundPort}`,
    HOME: folder,
  }
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

const startDev = () => start(`${process.execPath} ${join(app, 'dev/dev.ts')}`, environment)

it('dev answers a change of the source, takes settings from .dev.vars, and keeps its address and key', async () => {
  await using first = await startDev()
  await first.ready()
  const endpoint = addressIn(first.printed())
  expect(endpoint).toBe(`http://127.0.0.1:${environment.PORT}`)
  expect(first.printed()).toContain(`Emulator         http://127.0.0.1:${environment.EMULATOR_PORT}`)
  expect(await outputOfCurl(first.printed())).toMatch(/^HTTP\/1\.1 201 Created/)

  await addRouteToWorker()
  const changed = async () => {
    const response = await fetch(`${endpoint}/changed`).catch(() => undefined)
    return response?.text()
  }
  await expect.poll(changed, { timeout: 120_000 }).toBe('The new source')
  const processes = await first.processes()
  await first.interrupt()
  await expectGone(processes)

  const emulator = await startEmulator()
  await writeFile(
    join(app, '.dev.vars'),
    [
      `TENCENTCLOUD_SECRET_ID=${developmentCredential.secretId}`,
      `TENCENTCLOUD_SECRET_KEY=${developmentCredential.secretKey}`,
      `FACEID_ENDPOINT=${emulator.url}`,
      'PRESETS={"walk-in":{"fixed":{"CheckMode":1}}}',
    ].join('\n'),
  )
  await using second = await startDev()
  await second.ready()
  expect(second.printed()).toContain(`Upstream         ${emulator.url}`)
  expect(addressIn(second.printed())).toBe(endpoint)
  expect(keyIn(second.printed())).toBe(keyIn(first.printed()))
  expect(second.printed()).toContain('"preset":"walk-in"')
  expect(await outputOfCurl(second.printed())).toMatch(/^HTTP\/1\.1 201 Created/)
  await second.interrupt()
  await emulator.close()
}, 300_000)

const addressIn = (printed: string) => /Token endpoint +(\S+)/.exec(printed)?.[1]
const keyIn = (printed: string) => /API key +(\S+)/.exec(printed)?.[1]

/** Wraps the Worker, whatever it contains. */
async function addRouteToWorker(): Promise<void> {
  const worker = join(app, 'src/worker.ts')
  await cp(worker, join(app, 'src/worker-before.ts'))
  await writeFile(
    `${worker}.new`,
    `import worker from './worker-before.ts'
export * from './worker-before.ts'
export default {
  ...worker,
  fetch: (request, ...rest) =>
    new URL(request.url).pathname === '/changed' ? new Response('The new source') : worker.fetch(request, ...rest),
}
`,
  )
  await rename(`${worker}.new`, worker)
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer()
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return server
    }),
  )
  const ports = servers.map((server) => Object(server.address()).port as number)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
