import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { choosePorts, hasAppUsersOnly, hasCallers, readSettings } from '../dev/environment.ts'

const goesWith = 'goes with TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY; set these too, or leave it out'

it.each([
  [{ TENCENTCLOUD_SECRET_ID: 'id' }, 'TENCENTCLOUD_SECRET_KEY is missing; set both or neither'],
  [{ TENCENTCLOUD_SECRET_KEY: 'key' }, 'TENCENTCLOUD_SECRET_ID is missing; set both or neither'],
  [{ TENCENTCLOUD_SESSION_TOKEN: 'token' }, `TENCENTCLOUD_SESSION_TOKEN ${goesWith}`],
  [{ FACEID_ENDPOINT: 'https://faceid.example' }, `FACEID_ENDPOINT ${goesWith}`],
])('the emulator is not mixed with %j of a real account', (env, says) => {
  expect(() => readSettings(env)).toThrow(says)
})

it('with ISSUERS alone no development callers are added', () => {
  const given = readSettings({ ISSUERS: '{"https://issuer.example":{}}' })
  expect(hasCallers(given)).toBe(true)
  expect(hasAppUsersOnly(given)).toBe(true)
  expect(hasAppUsersOnly({ ...given, BACKENDS: '{}' })).toBe(false)
})

const names = ['PORT', 'EMULATOR_PORT', 'PLAYGROUND_PORT'] as const
const anyPort = { PORT: 0, EMULATOR_PORT: 0, PLAYGROUND_PORT: 0 }

it('a value that is no port, or a port given twice, is refused by name', async () => {
  await expect(choosePorts({ PORT: 'eighty' })).rejects.toThrow(
    'PORT should be a port from 0 to 65535, but is "eighty".',
  )
  await expect(choosePorts({ PORT: '18999', PLAYGROUND_PORT: '18999' })).rejects.toThrow(
    'PORT and PLAYGROUND_PORT are both 18999. Choose another for one of them.',
  )
  expect(await choosePorts({ PORT: '0', EMULATOR_PORT: '0', PLAYGROUND_PORT: '' }, anyPort)).toStrictEqual(anyPort)
})

it.each(names)('a %s that is taken is refused by name', async (name) => {
  await using taken = await takenPort()
  await expect(choosePorts({ [name]: String(taken.port) }, anyPort)).rejects.toThrow(
    `${name} ${taken.port} is taken. Choose another, or leave it out.`,
  )
})

it('a port that no browser calls is refused by name', async () => {
  await expect(choosePorts({ PORT: '6000' }, anyPort)).rejects.toThrow(
    'PORT 6000 is one that browsers refuse to connect to. Choose another, or leave it out.',
  )
})

it('the preferred port is used unless it is taken or another is asked for', async () => {
  await using taken = await takenPort()
  const free = await (async () => {
    await using other = await takenPort()
    return other.port
  })()
  const preferred = { PORT: taken.port, EMULATOR_PORT: free, PLAYGROUND_PORT: free }
  expect(await choosePorts({ PLAYGROUND_PORT: '0' }, preferred)).toStrictEqual({ ...anyPort, EMULATOR_PORT: free })
})

async function takenPort(): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: Object(server.address()).port,
    [Symbol.asyncDispose]: async () => {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
