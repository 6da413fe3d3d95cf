import { expect, it } from 'vitest'
import { startDevelopmentIssuer } from '../dev/issuer.ts'
import { warmUp } from '../dev/services.ts'
import { startEndpoint } from './running-endpoint.ts'

it('the first app user need not wait for the issuer’s keys, and no token was taken for that', async () => {
  const issuer = await startDevelopmentIssuer()
  let fetches = 0
  issuer.server.on('request', () => {
    fetches += 1
  })
  await using endpoint = await startEndpoint(issuer.settings)
  await warmUp(endpoint.worker.url, await issuer.jwtFor('somebody'), AbortSignal.timeout(30_000))
  expect({ fetches, calls: endpoint.emulator.received().length }).toStrictEqual({ fetches: 1, calls: 0 })

  const headers = { Authorization: `Bearer ${await issuer.jwtFor('alice')}` }
  expect((await endpoint.post({}, { headers })).status).toBe(201)
  expect(fetches).toBe(1)
  await issuer.close()
})
