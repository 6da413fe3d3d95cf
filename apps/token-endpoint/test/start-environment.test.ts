import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { givenSettings, hasCallers, isForUsersAlone } from '../local/given-settings.ts'
import { type PortName, portsFrom } from '../local/port.ts'

const goesWith = 'goes with TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY; set these too, or leave it out'

it.each([
  [{ TENCENTCLOUD_SECRET_ID: 'id' }, 'TENCENTCLOUD_SECRET_KEY is missing; set both or neither'],
  [{ TENCENTCLOUD_SECRET_KEY: 'key' }, 'TENCENTCLOUD_SECRET_ID is missing; set both or neither'],
  [{ TENCENTCLOUD_SESSION_TOKEN: 'token' }, `TENCENTCLOUD_SESSION_TOKEN ${goesWith}`],
  [{ FACEID_ENDPOINT: 'https://faceid.example' }, `FACEID_ENDPOINT ${goesWith}`],
])('the emulator is not mixed with %j of a real account', (env, says) => {
  expect(() => givenSettings(env)).toThrow(says)
})

it.each(['AUTH_JWKS_URL', 'AUTH_ISSUER', 'AUTH_AUDIENCE'])('with %s alone there are no callers made up', (name) => {
  const given = givenSettings({ [name]: 'https://issuer.example' })
  expect(hasCallers(given)).toBe(true)
  expect(isForUsersAlone(given)).toBe(true)
  expect(isForUsersAlone({ ...given, API_KEY_HASHES: 'hashes' })).toBe(false)
})

const names: readonly PortName[] = ['PORT', 'EMULATOR_PORT', 'PLAYGROUND_PORT']

it('a port that is none, or is asked for twice, is refused by name', async () => {
  await expect(portsFrom(names, { PORT: 'eighty' })).rejects.toThrow(
    'PORT should be a port from 0 to 65535, but is "eighty".',
  )
  await expect(portsFrom(names, { PORT: '18999', PLAYGROUND_PORT: '18999' })).rejects.toThrow(
    'PORT and PLAYGROUND_PORT are both 18999. Choose another for one of them.',
  )
  expect([...(await portsFrom(names, { PORT: '0', EMULATOR_PORT: '0', PLAYGROUND_PORT: '' })).values()]).toStrictEqual([
    0, 0, 0,
  ])
})

it.each(names)('a %s that is taken is refused by name', async (name) => {
  const server = createServer()
  const port = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(String(Object(server.address()).port)))
  })
  await expect(portsFrom(names, { [name]: port })).rejects.toThrow(
    `${name} ${port} is taken. Choose another, or leave it out.`,
  )
  await new Promise((resolve) => server.close(resolve))
})
