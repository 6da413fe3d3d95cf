import { describe, expect, it } from 'vitest'
import {
  createExtra,
  createReceipt,
  MAX_EXTRA_TEXT_LENGTH,
  type Owner,
  verifyExtra,
  verifyReceipt,
} from '../src/ownership/binding.ts'
import { BindingKeyring } from '../src/ownership/binding-keys.ts'

const a = { kid: 'a', key: new Uint8Array(32).fill(1) }
const b = { kid: 'b', key: new Uint8Array(32).fill(2) }
const keys = new BindingKeyring([a])

const alice: Owner = { kind: 'app-user', issuer: 'https://issuer.example', subject: 'alice' }
const shop: Owner = { kind: 'backend', name: 'shop' }
const issue = { issuedAt: 1_790_000_000, preset: 'default' }

const strangers: readonly (readonly [string, Owner])[] = [
  ['another user', { ...alice, subject: 'mallory' }],
  ['the same name at another issuer', { ...alice, issuer: 'https://other.example' }],
  ['a name that moves its border with the issuer', { ...alice, issuer: 'https://issuer.examplea', subject: 'lice' }],
  ['a backend of the same name', { kind: 'backend', name: 'alice' }],
  ['the issuer with a slash at its end', { ...alice, issuer: 'https://issuer.example/' }],
  ['a name in capitals', { ...alice, subject: 'Alice' }],
  ['a name with white space', { ...alice, subject: 'alice ' }],
  ['a name with a NUL', { ...alice, subject: 'alice\0' }],
]

describe('a receipt', () => {
  it('proves to its owner when and with which preset the token was issued', async () => {
    const receipt = await createReceipt(keys, alice, issue, 'token')
    expect(await verifyReceipt(keys, receipt, alice, 'token')).toEqual(issue)
  })

  it.each(strangers)('is worth nothing to %s', async (_, stranger) => {
    const receipt = await createReceipt(keys, alice, issue, 'token')
    expect(await verifyReceipt(keys, receipt, stranger, 'token')).toBeUndefined()
  })

  it('is worth nothing with another token', async () => {
    const receipt = await createReceipt(keys, alice, issue, 'token')
    expect(await verifyReceipt(keys, receipt, alice, 'another')).toBeUndefined()
  })

  it('can be changed nowhere', async () => {
    const receipt = await createReceipt(keys, alice, issue, 'token')
    for (let at = 0; at < receipt.length; at++) {
      for (const character of ['a', 'B', '0', '.', '_', 'é']) {
        if (receipt[at] === character) continue
        const changed = receipt.slice(0, at) + character + receipt.slice(at + 1)
        expect(await verifyReceipt(keys, changed, alice, 'token'), changed).toBeUndefined()
      }
    }
  })

  it.each(['', '.', 'r1', 'r1....', 'r1.a.1.default.', `r1.a.1.default.${'A'.repeat(43)}`, 'x'.repeat(10_000)])(
    'is not %j',
    async (text) => {
      expect(await verifyReceipt(keys, text, alice, 'token')).toBeUndefined()
    },
  )

  it('tells names apart that Unicode takes for equal', async () => {
    const [composed, decomposed] = ['Amélie'.normalize('NFC'), 'Amélie'.normalize('NFD')]
    const receipt = await createReceipt(keys, { ...alice, subject: composed }, issue, 'token')
    expect(await verifyReceipt(keys, receipt, { ...alice, subject: composed }, 'token')).toEqual(issue)
    expect(await verifyReceipt(keys, receipt, { ...alice, subject: decomposed }, 'token')).toBeUndefined()
  })

  it('has one spelling', async () => {
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const receipt = await createReceipt(keys, alice, issue, 'token')
    const [version, kid, iat, preset, mac = ''] = receipt.split('.')
    // The last digit stands for four bits of the MAC and two that mean nothing.
    const last = digits.indexOf(mac.slice(-1))
    const others = [1, 2, 3].map((bits) => `${receipt.slice(0, -1)}${digits[last + bits]}`)
    const standard = mac.replaceAll('-', '+').replaceAll('_', '/')
    const spellings = [
      ...others,
      ...[`${mac}=`, `${standard}=`, ` ${mac}`, `${mac}\n`].map((other) =>
        [version, kid, iat, preset, other].join('.'),
      ),
      ...[`0${iat}`, `+${iat}`, `-${iat}`, `${iat}e0`, `${iat}.0`, '9'.repeat(13), '1790000000'.replace('1', '１')].map(
        (other) => [version, kid, other, preset, mac].join('.'),
      ),
      receipt.replace('r1', 'R1'),
      receipt.replace('default', 'DEFAULT'),
      ` ${receipt}`,
      `${receipt}.`,
      `${receipt}.text`,
    ]
    for (const spelling of spellings) {
      expect(await verifyReceipt(keys, spelling, alice, 'token'), spelling).toBeUndefined()
    }
    expect(await verifyReceipt(keys, receipt, alice, 'token')).toEqual(issue)
  })

  it('is not the Extra of the same token', async () => {
    const extra = await createExtra(keys, alice, issue, 'token')
    const tag = extra.slice(0, extra.lastIndexOf('.'))
    expect(await verifyReceipt(keys, tag, alice, 'token')).toBeUndefined()
    expect(await verifyReceipt(keys, tag.replace('t1', 'r1'), alice, 'token')).toBeUndefined()
  })
})

describe('Extra', () => {
  it.each(['', 'order 4711', 'a.b..c.', 'r1.a.1.default', '身份'])('carries the text %j of a backend', async (text) => {
    expect(await verifyExtra(keys, await createExtra(keys, shop, issue, text), shop, issue)).toBe(text)
  })

  it.each(strangers)('of a user does not verify for %s', async (_, stranger) => {
    expect(await verifyExtra(keys, await createExtra(keys, alice, issue), stranger, issue)).toBeUndefined()
  })

  it('does not verify with another text, preset or time', async () => {
    const extra = await createExtra(keys, shop, issue, 'mine')
    expect(await verifyExtra(keys, `${extra}!`, shop, issue)).toBeUndefined()
    expect(await verifyExtra(keys, extra, shop, { ...issue, preset: 'strict' })).toBeUndefined()
    expect(await verifyExtra(keys, extra, shop, { ...issue, issuedAt: issue.issuedAt + 1 })).toBeUndefined()
  })

  it('fits into the 1,024 bits of the document without a text, and into 1,024 characters with one', async () => {
    const long = new BindingKeyring([{ kid: 'abcdefgh', key: a.key }])
    const latest = { issuedAt: 999_999_999_999, preset: 'p'.repeat(24) }
    expect(new TextEncoder().encode(await createExtra(long, alice, latest)).length).toBeLessThanOrEqual(128)
    const full = await createExtra(long, shop, latest, 'x'.repeat(MAX_EXTRA_TEXT_LENGTH))
    expect(full.length).toBeLessThanOrEqual(1_024)
  })
})

describe('rotation', () => {
  it('keeps what the old key signed valid while both are listed, with both versions of the Worker', async () => {
    const [before, appended] = [new BindingKeyring([a]), new BindingKeyring([a, b])]
    const [moved, after] = [new BindingKeyring([b, a]), new BindingKeyring([b])]
    const old = await createReceipt(before, alice, issue, 'token')
    const fresh = await createReceipt(moved, alice, issue, 'token')
    for (const deployed of [appended, moved]) {
      expect(await verifyReceipt(deployed, old, alice, 'token')).toEqual(issue)
      expect(await verifyReceipt(deployed, fresh, alice, 'token')).toEqual(issue)
    }
    expect(await verifyReceipt(after, old, alice, 'token')).toBeUndefined()
    expect(await verifyReceipt(after, fresh, alice, 'token')).toEqual(issue)
  })

  it('does not accept a known kid with another key', async () => {
    const other = new BindingKeyring([{ kid: 'a', key: b.key }])
    expect(await verifyReceipt(keys, await createReceipt(other, alice, issue, 'token'), alice, 'token')).toBeUndefined()
  })
})

describe('a pseudonym', () => {
  it('is the same for a caller, another for another, and unknown without the key', async () => {
    const name = await keys.pseudonym('alice')
    expect(name).toMatch(/^[0-9a-f]{16}$/)
    expect(await keys.pseudonym('alice')).toBe(name)
    expect(await keys.pseudonym('mallory')).not.toBe(name)
    expect(await new BindingKeyring([b]).pseudonym('alice')).not.toBe(name)
  })
})
