import { describe, expect, it } from 'vitest'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import type { SettingName } from '../src/settings/definitions.ts'
import { parseIssuers } from '../src/settings/issuers.ts'
import { checkSettings, SettingsError } from '../src/settings/settings.ts'

const good: Partial<Record<SettingName, string>> = {
  TENCENTCLOUD_SECRET_ID: 'AKIDexample',
  TENCENTCLOUD_SECRET_KEY: 'do-not-show-me',
  FACEID_REGION: 'ap-singapore',
  BACKENDS: JSON.stringify({ backend: { keys: ['0'.repeat(64)] } }),
  BINDING_KEYS: `[${makeBindingKey('a')}]`,
}
const issuesOf = (over: Partial<Record<SettingName, string>>) => {
  const settings = checkSettings({ ...good, ...over })
  return settings instanceof SettingsError ? settings.issues : []
}

describe('settings', () => {
  it('have defaults for all that can have one', () => {
    expect(checkSettings(good)).toMatchObject({
      endpoint: 'https://faceid.tencentcloudapi.com',
      quotaPerSecond: 20,
      upstreamTimeoutMs: 5_000,
      maxWaitMs: 2_000,
      tokensPerCallerPerHour: 20,
      sdkTokenTtlSeconds: 7_200,
      corsOrigins: [],
      issuers: [],
    })
  })

  it.each([
    [
      'TENCENTCLOUD_SECRET_ID',
      '',
      "TENCENTCLOUD_SECRET_ID is not set. It should be the SecretId of the account's API key",
    ],
    ['TENCENTCLOUD_SECRET_KEY', 'two words', 'TENCENTCLOUD_SECRET_KEY should be'],
    ['TENCENTCLOUD_SESSION_TOKEN', 'two words', 'TENCENTCLOUD_SESSION_TOKEN should be'],
    ['FACEID_ENDPOINT', 'https://faceid.tencentcloudapi.com/api', 'FACEID_ENDPOINT should be an https:// origin'],
    ['FACEID_ENDPOINT', 'faceid', 'FACEID_ENDPOINT should be an https:// origin'],
    ['FACEID_ENDPOINT', 'http://faceid.tencentcloudapi.com', 'photos and tokens must not travel unencrypted'],
    ['FACEID_REGION', '', 'FACEID_REGION is not set. It should be a region such as ap-singapore'],
    ['FACEID_REGION', 'Singapore', 'FACEID_REGION should be a region'],
    [
      'ISSUERS',
      'https://issuer.example',
      'ISSUERS should be a JSON object of issuers by the "iss" of their JWTs: it is',
    ],
    ['BACKENDS', 'shop:secret', 'BACKENDS should be a JSON object of backends by name: it is not JSON'],
    ['BACKENDS', '{}', 'BACKENDS or ISSUERS should be set'],
    ['QUOTA_PER_SECOND', '0', 'QUOTA_PER_SECOND should be a whole number from 1 to 200'],
    ['UPSTREAM_TIMEOUT_MS', '5s', 'UPSTREAM_TIMEOUT_MS should be a whole number of milliseconds'],
    ['MAX_WAIT_MS', '-1', 'MAX_WAIT_MS should be a whole number of milliseconds'],
    ['APP_USERS_WEIGHT', '101', 'APP_USERS_WEIGHT should be a whole number from 1 to 100'],
    ['TOKENS_PER_CALLER_PER_HOUR', 'many', 'TOKENS_PER_CALLER_PER_HOUR should be a whole number'],
    ['SDK_TOKEN_TTL_SECONDS', '1.5', 'SDK_TOKEN_TTL_SECONDS should be a whole number of seconds'],
    ['CORS_ORIGINS', '*', 'CORS_ORIGINS should be a list of origins'],
    ['PRESETS', '{', 'it is not JSON'],
  ] as const)('%s=%j is refused by name', (name, value, message) => {
    const issues = issuesOf({ [name]: value })
    expect(issues.join('\n')).toContain(message)
    if (value.length > 6) expect(issues.join('\n')).not.toContain(value)
  })

  it.each([
    ['20000', '5000', []],
    [
      '20001',
      '5000',
      [expect.stringContaining('MAX_WAIT_MS and UPSTREAM_TIMEOUT_MS should be 25000 together at most')],
    ],
    ['24500', '500', []],
    ['2000', '25000', [expect.stringContaining('25000 together at most')]],
  ])('a wait of %s ms and a call of %s ms end before the platform ends them, or are refused', (wait, call, issues) => {
    expect(issuesOf({ MAX_WAIT_MS: wait, UPSTREAM_TIMEOUT_MS: call, QUOTA_PER_SECOND: '1' })).toStrictEqual(issues)
  })

  it('are all named at once', () => {
    expect(issuesOf({ TENCENTCLOUD_SECRET_ID: '', FACEID_REGION: '', MAX_WAIT_MS: 'x' })).toHaveLength(3)
  })
})

describe('BACKENDS', () => {
  const keys = ['0'.repeat(64)]

  it('has defaults for all but keys', () => {
    const backend = { scopes: new Set(['issue']), tokensPerHour: 1_000, weight: 1 }
    expect(checkSettings(good)).toMatchObject({ backends: [backend], appUsersWeight: 4 })
  })

  it.each([
    ['no keys', { shop: {} }, 'shop.keys should be a list'],
    ['an empty list of keys', { shop: { keys: [] } }, 'shop.keys should be a list'],
    ['a key instead of its hash', { shop: { keys: ['tc3e_key'] } }, 'shop.keys should hold the SHA-256 of each key'],
    [
      'a scope that there is not',
      { shop: { keys, scopes: ['admin'] } },
      'shop.scopes should hold issue, results, details',
    ],
    ['no scope', { shop: { keys, scopes: [] } }, 'shop.scopes should be a list'],
    ['no limit', { shop: { keys, tokensPerHour: 0 } }, 'shop.tokensPerHour should be a whole number from 1 to 1000000'],
    ['a limit in quotes', { shop: { keys, tokensPerHour: '5' } }, 'shop.tokensPerHour should be a whole number'],
    ['no share', { shop: { keys, weight: 0 } }, 'shop.weight should be a whole number from 1 to 100'],
    ['a share in quotes', { shop: { keys, weight: '2' } }, 'shop.weight should be a whole number from 1 to 100'],
    [
      'an unknown field',
      { shop: { keys, quota: 5 } },
      'shop.quota is unknown; known: keys, scopes, tokensPerHour, weight',
    ],
    ['a name that could forge a log line', { 'a"b': { keys } }, 'the name of a backend should be'],
    ['one key for two', { shop: { keys }, desk: { keys } }, 'shop and desk have a key in common'],
    ['a list', [keys], 'it is not an object'],
  ])('with %s is refused in one line', (_, backends, message) => {
    const issues = issuesOf({ BACKENDS: JSON.stringify(backends) })
    expect(issues).toStrictEqual([expect.stringContaining(message)])
  })
})

describe('BINDING_KEYS', () => {
  const key = btoa('do-not-show-me'.padEnd(32))
  // The last digit has two bits to spare.
  const otherSpelling = key.replace('A=', 'B=')

  it.each([
    ['', 'BINDING_KEYS is not set. It should be a JSON list of {"kid", "key"}'],
    [key, 'it is not JSON'],
    [{ kid: 'a', key }, 'it is not a list'],
    [[], 'there is none'],
    [[key], 'entry 1 is not an object'],
    [[{ [key]: 'a' }], 'entry 1 should have kid and key, and nothing else'],
    [[{ kid: 'a', key, use: key }], 'entry 1 should have kid and key, and nothing else'],
    [[{ kid: 'A', key }], 'the kid of entry 1 should be 1 to 8 lower-case letters and digits'],
    [[{ kid: key, key: 'a' }], 'the kid of entry 1 should be 1 to 8'],
    [[{ key }], 'the kid of entry 1 should be 1 to 8'],
    [[{ kid: 'a', key }, { kid: 'b' }], 'the key of entry 2 should be 32 random bytes in Base64, 44 characters'],
    [[{ kid: 'a', key: btoa('do-not-show-me'.padEnd(31)) }], 'the key of entry 1 should be 32 random bytes'],
    [[{ kid: 'a', key: btoa('do-not-show-me'.padEnd(33)) }], 'the key of entry 1 should be 32 random bytes'],
    [[{ kid: 'a', key: key.replace('=', '') }], 'the key of entry 1 should be 32 random bytes'],
    [
      [
        { kid: 'a', key },
        { kid: 'b', key: btoa('another'.padEnd(32)) },
        { kid: 'a', key: btoa('a third'.padEnd(32)) },
      ],
      'two entries have the kid a',
    ],
    [
      [
        { kid: 'a', key },
        { kid: 'b', key },
      ],
      'a and b have the same key: rotation needs a new one',
    ],
    [
      [
        { kid: 'a', key },
        { kid: 'b', key: otherSpelling },
      ],
      'a and b have the same key',
    ],
    [[{ kid: 'a', key: ` ${key}` }], 'the key of entry 1 should be 32 random bytes'],
    [[{ kid: 'a', key: `${key}\n` }], 'the key of entry 1 should be 32 random bytes'],
    [[{ kid: 'a', key: key.replace(/..=$/, '-_=') }], 'the key of entry 1 should be 32 random bytes'],
  ])('%j is refused in one line that does not show it', (value, message) => {
    const issues = issuesOf({ BINDING_KEYS: typeof value === 'string' ? value : JSON.stringify(value) })
    expect(issues).toStrictEqual([expect.stringContaining(message)])
    expect(issues.join()).not.toContain(btoa('do-not-show').slice(0, 10))
    expect(issues.join()).not.toContain('do-not-show')
  })

  it('may hold several keys, of which the first signs', () => {
    const keys = `[${makeBindingKey('new')},${makeBindingKey('old')}]`
    expect(checkSettings({ ...good, BINDING_KEYS: keys })).toMatchObject({ bindingKeys: { signingKid: 'new' } })
  })
})

describe('ISSUERS', () => {
  const good = { jwksUrl: 'https://login.example/keys', audience: 'endpoint' }

  it('may be several, each with claims that it must have', () => {
    const staff = { ...good, typ: 'at+jwt', claims: { scope: 'ekyc', azp: ['ios', 'android'], verified: true } }
    expect(issuesOf({ BACKENDS: '', ISSUERS: JSON.stringify({ customers: good, staff }) })).toStrictEqual([])
    expect(parseIssuers(JSON.stringify({ customers: good, staff }))).toStrictEqual([
      { issuer: 'customers', ...good, typ: undefined, claims: new Map() },
      {
        issuer: 'staff',
        ...staff,
        claims: new Map<string, unknown[]>([
          ['scope', ['ekyc']],
          ['azp', ['ios', 'android']],
          ['verified', [true]],
        ]),
      },
    ])
  })

  it.each([
    ['no key set', { audience: 'a' }, 'login.jwksUrl should be the https:// address'],
    [
      'a key set in the clear',
      { ...good, jwksUrl: 'http://login.example/keys' },
      'keys sent unencrypted can be replaced',
    ],
    ['no audience', { jwksUrl: good.jwksUrl }, 'login.audience should be the "aud"'],
    ['an empty audience', { ...good, audience: '' }, 'login.audience should be the "aud"'],
    ['two audiences', { ...good, audience: ['a', 'b'] }, 'login.audience should be the "aud"'],
    ['an empty typ', { ...good, typ: '' }, 'login.typ should be the "typ" in the header'],
    ['an unknown field', { ...good, scope: 'ekyc' }, 'login.scope is unknown; known: jwksUrl, audience, typ, claims'],
    ['claims that are no object', { ...good, claims: ['scope'] }, 'login.claims is not an object'],
    ['no value for a claim', { ...good, claims: { azp: [] } }, 'login.claims.azp should be a text, a number'],
    [
      'an empty value for a claim',
      { ...good, claims: { scope: ' ' } },
      'login.claims.scope should be a text, a number',
    ],
    ['null for a claim', { ...good, claims: { azp: null } }, 'login.claims.azp should be a text, a number'],
    ['a claim with a rule of its own', { ...good, claims: { exp: 1 } }, 'login.claims.exp is validated already'],
  ])('with %s is refused in one line', (_, login, message) => {
    expect(issuesOf({ ISSUERS: JSON.stringify({ login }) })).toStrictEqual([expect.stringContaining(message)])
  })

  it('with a name that no JWT can have is refused', () => {
    expect(issuesOf({ ISSUERS: JSON.stringify({ '': good }) })).toStrictEqual([
      expect.stringContaining('the name of an issuer should be the "iss" of its JWTs'),
    ])
  })
})

describe('APP_CHECK', () => {
  const firebase = {
    APP_CHECK_PROJECT: '123456789012',
    APP_CHECK_APPS: '1:123456789012:ios:0a1b, 1:123456789012:android:2c3d',
  }

  it('is off, or says which apps may call', () => {
    expect(checkSettings({ ...good, ...firebase })).toMatchObject({ appCheck: undefined })
    expect(checkSettings({ ...good, ...firebase, APP_CHECK: 'require' })).toMatchObject({
      appCheck: {
        mode: 'require',
        projectNumber: '123456789012',
        appIds: new Set(['1:123456789012:ios:0a1b', '1:123456789012:android:2c3d']),
      },
    })
  })

  it.each([
    ['another word', { ...firebase, APP_CHECK: 'on' }, ['APP_CHECK should be off, observe, require: it is not']],
    [
      'nothing besides',
      { APP_CHECK: 'observe' },
      [
        expect.stringMatching(/^APP_CHECK_PROJECT is not set. It should be the number/),
        expect.stringMatching(/^APP_CHECK_APPS is not set. It should be a list/),
      ],
    ],
    [
      'the ID of a project instead of its number',
      { ...firebase, APP_CHECK: 'require', APP_CHECK_PROJECT: 'my-project' },
      [expect.stringMatching(/^APP_CHECK_PROJECT should be the number/)],
    ],
    [
      'apps of another project',
      { ...firebase, APP_CHECK: 'require', APP_CHECK_PROJECT: '999' },
      ['APP_CHECK_APPS should be apps of APP_CHECK_PROJECT: their IDs hold its number'],
    ],
    [
      'the name of a bundle',
      { ...firebase, APP_CHECK: 'require', APP_CHECK_APPS: 'com.example.app' },
      [expect.stringMatching(/^APP_CHECK_APPS should be a list of Firebase app IDs/)],
    ],
  ])('with %s is refused by name', (_, settings, issues) => {
    expect(issuesOf(settings)).toStrictEqual(issues)
  })
})

it('a region that is not known is accepted with a warning', () => {
  expect(checkSettings(good)).toMatchObject({ warnings: [] })
  const settings = checkSettings({ ...good, FACEID_REGION: 'eu-frankfurt' })
  expect(settings).toMatchObject({
    warnings: [expect.stringContaining('FACEID_REGION is not one of the known regions')],
  })
})

describe('PRESETS', () => {
  it.each([
    ['none at all', {}, 'there is none'],
    [
      'a name that does not fit into Extra',
      { Default: {} },
      'the name of a preset should be 1 to 24 lower-case letters',
    ],
    ['too long a name', { ['a'.repeat(25)]: {} }, 'the name of a preset should be 1 to 24 lower-case letters'],
    ['an unknown field', { a: { fix: {} } }, 'a.fix is unknown'],
    ['a fixed value that is not valid', { a: { fixed: { SecurityLevel: 9 } } }, 'SecurityLevel should be 1, 2, 3 or 4'],
    ['a fixed parameter that there is not', { a: { fixed: { Level: 1 } } }, 'Level is unknown'],
    [
      'motions without motion',
      { a: { fixed: { ActionList: 'nod', SecurityLevel: 1 } } },
      'SecurityLevel should be 2 or 4',
    ],
    [
      'an opening that is not one',
      { a: { backends: { IdCardType: 'HK' } } },
      'a.backends.IdCardType should be true, or a list',
    ],
    ['an opening for nothing', { a: { backends: { IdCardtype: true } } }, 'a.backends.IdCardtype is no parameter'],
    [
      'a value in a list that is not valid',
      { a: { backends: { CheckMode: [1, 7] } } },
      'CheckMode should be 1, 2 or 3',
    ],
    [
      'fixed and allowed',
      { a: { fixed: { IdCardType: 'HK' }, appUsers: { IdCardType: ['HK'] } } },
      'IdCardType is fixed',
    ],
    ['strength open to app users', { a: { appUsers: { SecurityLevel: [3, 4] } } }, 'must not choose SecurityLevel'],
    ['what costs money open to app users', { a: { appUsers: { RetryLimit: [1, 5] } } }, 'must not choose RetryLimit'],
    ['the photo open to app users', { a: { appUsers: { CompareImage: true } } }, 'must not choose CompareImage'],
    ['Extra open to app users', { a: { appUsers: { Extra: true } } }, 'an app user must not choose Extra'],
    ['a fixed Extra', { a: { fixed: { Extra: 'desk' } } }, "a.fixed.Extra: the endpoint writes it, it can't be fixed"],
    ['what there is no more', { a: { bindExtra: false } }, 'a.bindExtra is unknown; known: fixed, appUsers, backends'],
    [
      'two that app users could choose between, one stricter than the other',
      { a: { appUsers: {} }, b: { fixed: { CheckMode: 3 }, appUsers: {} } },
      'a and b are both for app users and differ in CheckMode',
    ],
    [
      'a check that does not apply to a card',
      { a: { fixed: { NeedVerifyIdCard: true }, appUsers: { IdCardType: ['HK', 'ML'] } } },
      'a: NeedVerifyIdCard has no effect for ML; fix or allow only HK',
    ],
    [
      'a check that does not apply to a card that the spec does not know',
      { a: { fixed: { AllowExpiredDocument: false, IdCardType: 'NewCard' }, appUsers: {} } },
      'a: AllowExpiredDocument has no effect for NewCard',
    ],
    [
      'cards of which one is checked by default and another is not',
      { a: { appUsers: { IdCardType: ['HK', 'SingaporeIDCard'] } } },
      'a lets app users choose SingaporeIDCard, for which DisableCheckOcrWarnings has no effect',
    ],
    ['any card', { a: { appUsers: { IdCardType: true } } }, 'a lets app users choose IndonesiaIDCard'],
    [
      'presets with such cards',
      { a: { appUsers: {} }, b: { fixed: { IdCardType: 'ThailandIDCard' }, appUsers: {} } },
      'b lets app users choose ThailandIDCard',
    ],
    [
      'the album together with pictures against forgery',
      { a: { fixed: { AllowUploadPhoto: true, EnableForgeryDetectionImages: true } } },
      'EnableForgeryDetectionImages should be false',
    ],
  ])('%s is refused in words', (_, presets, message) => {
    expect(issuesOf({ PRESETS: JSON.stringify(presets) }).join()).toContain(message)
  })

  it.each([
    ['cards that are checked alike', { a: { appUsers: { IdCardType: ['HK', 'ML', 'MLIDPassport'] } } }],
    [
      'cards that are checked alike, though less',
      { a: { appUsers: { IdCardType: ['SingaporeIDCard', 'HMTPermit'] } } },
    ],
    ['any card where none is read', { a: { fixed: { CheckMode: 3 }, appUsers: { IdCardType: true } } }],
    ['a check for the one card', { a: { fixed: { NeedVerifyIdCard: true }, appUsers: {} } }],
    ['any card for backends', { a: { fixed: { NeedVerifyIdCard: true }, backends: { IdCardType: true } } }],
  ])('may hold %s', (_, presets) => {
    expect(issuesOf({ PRESETS: JSON.stringify(presets) })).toStrictEqual([])
  })

  it('may be open to app users together where they check equally well', () => {
    const presets = { a: { appUsers: {} }, b: { fixed: { SecurityLevel: 4, IdCardType: 'HK' }, appUsers: {} } }
    expect(issuesOf({ PRESETS: JSON.stringify(presets) })).toStrictEqual([])
  })

  it('may name cards that the spec does not know, and fix the mode that needs a photo from the backend', () => {
    const presets = { a: { fixed: { IdCardType: 'NewCard', CheckMode: 2 }, backends: { CompareImage: true } } }
    expect(issuesOf({ PRESETS: JSON.stringify(presets) })).toStrictEqual([])
  })
})
