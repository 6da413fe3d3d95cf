import { describe, expect, it } from 'vitest'
import { createEmulator, type JsonObject } from '../src/index.ts'
import { callWith, codeOf } from './support/caller.ts'
import { document } from './support/search-description.ts'

async function recorded(parameters: object | string): Promise<JsonObject | undefined> {
  const { fetch, received } = createEmulator()
  await codeOf(fetch, parameters)
  return received()[0]?.parameters
}

describe('the parameters of a recorded request', () => {
  it('are what was asked, with secrets cut to their length', async () => {
    const image = 'A'.repeat(5000)
    expect(await recorded({ CheckMode: 2, CompareImage: image, Extra: 'ann' })).toEqual({
      CheckMode: 2,
      CompareImage: '[secret, 5000 characters]',
      Extra: 'ann',
    })
  })

  it('are recorded where they are refused', async () => {
    expect(await recorded({ CheckMode: 9, Bogus: [1, { a: null }] })).toEqual({ CheckMode: 9, Bogus: [1, { a: null }] })
  })

  it('are bounded, however much was sent', async () => {
    const long = await recorded({ Extra: 'x'.repeat(100_000) })
    expect(long).toEqual({ Extra: '[text, 100000 characters]' })
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`Unknown${index}`, 'value']))
    expect(JSON.stringify(await recorded(many)).length).toBeLessThan(70_000)
    const list = await recorded({ Bogus: Array.from({ length: 200_000 }, (_, index) => index) })
    expect(JSON.stringify(list).length).toBeLessThan(70_000)
    expect(JSON.stringify(await recorded(`{"Bogus":${'['.repeat(5000)}${']'.repeat(5000)}}`)).length).toBeLessThan(200)
  })

  it('are cut where their names say secret and the description says nothing', async () => {
    const { fetch, received } = createEmulator({ spec: document, unknownParameters: true })
    const parameters = { Filters: [{ Name: 'a', Password: 'hunter2' }], SecretKey: 'mine' }
    await codeOf(fetch, parameters, { action: 'SearchSomething' })
    expect(received()[0]?.parameters).toEqual({
      Filters: [{ Name: 'a', Password: '[secret, 7 characters]' }],
      SecretKey: '[secret, 4 characters]',
    })
  })
})

describe('what is no object of JSON in answers', () => {
  it.each([
    ['nothing', undefined, 'a value of type undefined'],
    ['a list', [], 'a list'],
    ['null', null, 'null'],
    ['a promise', Promise.resolve({}), 'a promise'],
  ])('%s is an error that says so', async (_, value, name) => {
    const answers = { ApplySdkVerificationToken: () => value }
    const { fetch } = Reflect.apply(createEmulator, undefined, [{ answers }])
    await expect(callWith(fetch, {})).rejects.toThrow(
      `answers.ApplySdkVerificationToken returned ${name}; it should return an object of response fields.`,
    )
  })
})
