import { type RunningEmulator, startEmulator } from '@tc3-edge/emulator/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../dev/issuer.ts'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { makeApiKey } from '../dev/make-key.ts'
import { type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

const [a, b] = [makeBindingKey('a'), makeBindingKey('b')]
/** Each deployment of a rotation. Two that follow each other serve at once while the later one spreads. */
const deployments = { before: [a], appended: [a, b], moved: [b, a], after: [b] } as const
type Deployment = keyof typeof deployments

const access = makeApiKey('shop', { scopes: ['issue', 'results'], tokensPerHour: 1_000 })
const running = new Map<Deployment, RunningEndpoint>()
let emulator: RunningEmulator
let issuer: DevelopmentIssuer
let credentials: readonly string[]
beforeAll(async () => {
  emulator = await startEmulator({ requestsPerSecond: 1_000 })
  issuer = await startDevelopmentIssuer()
  credentials = [access.key, await issuer.jwtFor('alice')]
  const start = async ([name, keys]: [string, readonly string[]]) => {
    const settings = { ...issuer.settings, BINDING_KEYS: `[${keys.join()}]`, UPSTREAM_TIMEOUT_MS: '20000' }
    running.set(name as Deployment, await startEndpoint(settings, { access, emulator }))
  }
  await Promise.all(Object.entries(deployments).map(start))
})
afterAll(async () => {
  await Promise.all([...running.values()].map((endpoint) => endpoint.stop()))
  await issuer.close()
  await emulator.close()
})

async function post(deployment: Deployment, path: string, credential: string, body: object) {
  const response = await fetch(`${running.get(deployment)?.worker.url}${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${credential}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, body: Object(await response.json()) }
}

/** Issues a token with one deployment, and returns the statuses of reading its result with others. */
async function readElsewhere(issuedBy: Deployment, readBy: readonly Deployment[], credential: string) {
  const { status, body } = await post(issuedBy, '/v1/tokens', credential, {})
  expect(status).toBe(201)
  const { sdkToken, receipt } = body
  const reads = readBy.map((deployment) => post(deployment, '/v1/results', credential, { sdkToken, receipt }))
  return { receipt, statuses: (await Promise.all(reads)).map(({ status }) => status) }
}

it.each([
  ['appended', 'before', 'appended', ['a', 'a']],
  ['moved to the front', 'appended', 'moved', ['a', 'b']],
  ['left alone', 'moved', 'after', ['b', 'b']],
] as const)(
  'while the new key is %s, each of the two versions reads what the other issues',
  async (_, one, two, kids) => {
    for (const credential of credentials) {
      const issued = [
        await readElsewhere(one, [one, two], credential),
        await readElsewhere(two, [one, two], credential),
      ]
      expect(issued.map(({ statuses }) => statuses)).toStrictEqual([
        [200, 200],
        [200, 200],
      ])
      expect(issued.map(({ receipt }) => receipt.split('.')[1])).toStrictEqual(kids)
    }
  },
)

it('without a key nothing is read that it signed, and nothing asked of Tencent: too early a step loses results', async () => {
  for (const credential of credentials) {
    const early = await readElsewhere('before', ['after'], credential)
    const late = await readElsewhere('moved', ['before'], credential)
    expect([early.statuses, late.statuses]).toStrictEqual([[404], [404]])
  }
})
