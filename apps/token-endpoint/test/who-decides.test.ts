import { startEmulator } from '@tc3-edge/emulator/node'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startDevelopmentIssuer } from '../dev/issuer.ts'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { openapi } from '../src/generated/openapi.ts'
import { verifyExtra } from '../src/ownership/binding.ts'
import { decidedBy, decider } from '../src/parameters.ts'
import { parseBindingKeys } from '../src/settings/binding-keys.ts'
import { startRecordingProxy } from './recording-proxy.ts'
import { startEndpoint } from './running-endpoint.ts'

const REQUESTS = 10_000
const IN_FLIGHT = 32

/** A good value for each of the 21 parameters, all of which go together. */
const everything = {
  CheckMode: 2,
  SecurityLevel: 2,
  IdCardType: 'ML',
  NeedVerifyIdCard: true,
  CompareImage: 'AAAA',
  DisableChangeOcrResult: true,
  DisableCheckOcrWarnings: true,
  SelectedWarningCodes: [-9101, -9108],
  Extra: 'order-7',
  SdkVersion: 'PLUS',
  ActionList: 'nod,shake',
  AllowExpiredDocument: false,
  SkipResultPage: true,
  CardOcrDisplayFields: ['FullName', 'Birthday'],
  RetryLimit: 2,
  EnableForgeryDetectionImages: true,
  MetaData: 'x'.repeat(8_192),
  SkipLaunchPage: true,
  SkipOcrConfirmPage: true,
  HideProgressBar: true,
  AllowUploadPhoto: false,
}

describe('the parameters', () => {
  it('are those of the spec, each with a decider, each with a value here', () => {
    const { properties } = openapi.components.schemas.ApplySdkVerificationTokenRequest
    expect(Object.keys(decider).sort()).toStrictEqual(Object.keys(properties).sort())
    expect(Object.keys(everything).sort()).toStrictEqual(Object.keys(decider).sort())
    expect(Object.keys(everything)).toHaveLength(21)
  })

  it('reach Tencent Cloud unchanged, all 21, whether a backend sends them or a preset fixes them', async () => {
    const emulator = await startEmulator()
    await using proxy = await startRecordingProxy(emulator.url)
    const { Extra, ...others } = everything
    const presets = { default: {}, all: { fixed: others, backends: { Extra: true } } }
    const settings = { PRESETS: JSON.stringify(presets), FACEID_ENDPOINT: proxy.url, UPSTREAM_TIMEOUT_MS: '20000' }
    await using endpoint = await startEndpoint(settings, { emulator })
    const sent = await endpoint.post({ parameters: everything })
    const fixed = await endpoint.post({ preset: 'all', parameters: { Extra } })
    expect([sent.status, fixed.status]).toStrictEqual([201, 201])
    expect(await sent.json()).toHaveProperty('serverParamInfo', expect.stringMatching(/./))
    const behindTag = expect.stringMatching(/^t1\.[\w.-]+\.order-7$/)
    expect(proxy.bodies).toStrictEqual(Array(2).fill({ ...everything, Extra: behindTag }))
    await emulator.close()
  })
})

it(`${REQUESTS} requests by app users, with every field, spelling and preset: none weakens a check or spends what it may not`, async () => {
  const emulator = await startEmulator({ requestsPerSecond: 1_000 })
  const issuer = await startDevelopmentIssuer()
  await using proxy = await startRecordingProxy(emulator.url)
  const presets = {
    default: { fixed: { RetryLimit: 2 }, appUsers: { IdCardType: ['HK', 'ML'], SkipResultPage: true } },
    passports: { fixed: { RetryLimit: 2, IdCardType: 'MLIDPassport' }, appUsers: { HideProgressBar: [true] } },
    desk: { fixed: { CheckMode: 3 } },
    photo: { fixed: { CheckMode: 2, SecurityLevel: 1, AllowUploadPhoto: true } },
  }
  const settings = {
    ...issuer.settings,
    FACEID_ENDPOINT: proxy.url,
    PRESETS: JSON.stringify(presets),
    BINDING_KEYS: `[${makeBindingKey('a')}]`,
    QUOTA_PER_SECOND: '200',
    MAX_WAIT_MS: '0',
    TOKENS_PER_CALLER_PER_HOUR: '100000',
  }
  await using endpoint = await startEndpoint(settings, { emulator })
  const tokens = await Promise.all(Array.from({ length: 20 }, (_, n) => issuer.jwtFor(`user ${n}`)))
  const bodies = fc.sample(attack(Object.keys(presets)), { numRuns: REQUESTS, seed: 20_261_125 })
  const statuses = new Map<number, number>()
  const queue = bodies.entries()
  const worker = async () => {
    for (const [n, body] of queue) {
      const headers = { Authorization: `Bearer ${tokens[n % tokens.length]}` }
      const response = await endpoint.post(body, { headers })
      await response.arrayBuffer()
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
  console.log('Responses by status:', Object.fromEntries([...statuses].sort()))

  expect(proxy.bodies.length).toBeGreaterThan(200)
  const allowed = ['IdCardType', 'SkipResultPage', 'HideProgressBar', 'MetaData', 'Extra', 'RetryLimit']
  for (const body of proxy.bodies) {
    expect(Object.keys(body).filter((name) => !allowed.includes(name))).toStrictEqual([])
    expect(body).toMatchObject({ RetryLimit: 2, Extra: expect.stringMatching(/^t1\.a\.\d+\.[a-z]+\.[\w-]{43}$/) })
    expect(['HK', 'ML', 'MLIDPassport', undefined]).toContain(body.IdCardType)
    for (const name of decidedBy('operator', 'backend')) {
      if (!['RetryLimit', 'Extra'].includes(name)) expect(body).not.toHaveProperty(name)
    }
  }
  const keys = parseBindingKeys(settings.BINDING_KEYS)
  for (const { Extra } of proxy.bodies.slice(0, 200)) {
    const [, , iat, preset = ''] = String(Extra).split('.')
    const owners = tokens.map((_, n) => {
      const owner = { kind: 'app-user', issuer: issuer.issuer, subject: `user ${n}` } as const
      return verifyExtra(keys, String(Extra), owner, { issuedAt: Number(iat), preset })
    })
    // Whoever asked, and nobody else.
    expect((await Promise.all(owners)).filter((text) => text === '')).toHaveLength(1)
  }
  await issuer.close()
  await emulator.close()
}, 300_000)

/** A body of an app user that wants an easier check: fields of the call in any spelling, with values that are good or wild. */
function attack(presets: readonly string[]): fc.Arbitrary<string> {
  const names = Object.keys(everything)
  const spelling = fc.constantFrom(
    ...Array.from({ length: 8 }, () => (name: string) => name),
    (name: string) => name.toLowerCase(),
    (name: string) => `${name} `,
    (name: string) => `\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}`,
    (name: string) => `__proto__.${name}`,
  )
  const value = fc.oneof(
    fc.constantFrom(...Object.values(everything)),
    fc.constantFrom(1, 2, 3, 4, '3', 3.0, true, false, null, [], [3], { $ne: 1 }, 'HK', 'SingaporeIDCard', 'hk', ''),
  )
  const field = fc
    .tuple(fc.constantFrom(...names), spelling, value)
    .map(([name, spelled, given]) => `"${spelled(name)}":${JSON.stringify(given)}`)
  const good = fc.constantFrom(
    '"SkipResultPage":true',
    '"IdCardType":"ML"',
    '"IdCardType":"HK"',
    '"MetaData":"x"',
    '"HideProgressBar":true',
  )
  const fields = fc.array(fc.oneof({ weight: 3, arbitrary: field }, { weight: 2, arbitrary: good }), { maxLength: 3 })
  const preset = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...presets) },
    { weight: 1, arbitrary: fc.constantFrom('Default', '__proto__', 'desk ', 'constructor') },
  )
  return fc
    .tuple(preset, fields, fc.constantFrom('parameters', 'parameters', 'parameters', 'Parameters'))
    .map(([name, parts, key]) => `{"preset":${JSON.stringify(name)},"${key}":{${parts.join(',')}}}`)
}
