import { describe, expect, it } from 'vitest'
import { InvalidParametersError } from '../src/index.ts'
import { answering, failure, good, sent } from './support/client.ts'

const cyclic: { self?: unknown } = {}
cyclic.self = { again: [cyclic] }
const throwing = Object.defineProperty({}, 'Extra', {
  enumerable: true,
  get: () => {
    throw new Error('secretFromGetter')
  },
})
const writesNothing = Object.defineProperty({}, 'toJSON', { value: () => undefined })
let deep: object = {}
for (let i = 0; i < 100_000; i++) deep = { deep }

class Dto {
  CheckMode = 1
}

const bytes = 'CompareImage should be a Base64 string, not bytes: bytes.toBase64()'

describe('parameters that JSON can’t say are refused, and it is said what to do', () => {
  it.each<[what: string, parameters: unknown, message: string]>([
    ['null', null, 'The parameters should be a plain object, such as { Limit: 10 }'],
    ['a text', '{"CheckMode":1}', 'not text: it is written as JSON here'],
    ['a number', 1, 'should be a plain object'],
    ['a list', [{ CheckMode: 1 }], 'should be a plain object'],
    ['a Map', new Map([['CheckMode', 1]]), 'should be a plain object'],
    ['form data', new FormData(), 'should be a plain object'],
    ['an instance', new Dto(), 'copy the fields of an instance: { ...instance }'],
    ['a promise', Promise.resolve({}), 'should be a plain object'],
    ['bytes', { CompareImage: new Uint8Array(3) }, bytes],
    ['a Buffer', { CompareImage: Buffer.from('abc') }, bytes],
    ['an ArrayBuffer', { CompareImage: new ArrayBuffer(3) }, bytes],
    ['a BigInt', { CheckMode: 1n }, 'CheckMode should be a number, or a string where the API takes one'],
    ['no value in a list', { Names: ['a', undefined] }, 'Names.1 should be a JSON value, not undefined'],
    ['a hole in a list', { Names: Object.assign([], { 1: 'a' }) }, 'Names.0 should be a JSON value, not undefined'],
    ['a date that is none', { Since: new Date(Number.NaN) }, 'Since should be a valid date'],
    ['what writes itself as something else', writesNothing, 'The parameters should be a plain object'],
    ['NaN', { CheckMode: Number.NaN }, 'CheckMode should be a finite number'],
    ['a function', { Extra: () => 'x' }, 'Extra should be a JSON value, not a function'],
    ['a cycle', cyclic, 'self.again.0 should not contain itself'],
    ['a getter that throws', throwing, 'Extra should be readable: its getter throws'],
    [
      'a Map inside',
      { Filters: [{ Values: new Map() }] },
      'Filters.0.Values should be a plain object or array, not a Map',
    ],
    ['an instance inside', { Filters: [new Dto()] }, 'Filters.0 should be a plain object or array'],
    ['a file', { CompareImage: new Blob(['a']) }, 'CompareImage should be a plain object or array, not a Blob'],
    ['too many levels', deep, 'The parameters should be values that can be written as JSON'],
    ['a toJSON that throws', { Extra: { toJSON: () => Reflect.get(throwing, 'Extra') } }, 'can be written'],
  ])('%s', async (_, parameters, message) => {
    const { fetch, client } = answering(good)
    const calls = [
      client.call('ApplySdkVerificationToken', Object({ parameters }).parameters),
      client.POST('/#X-TC-Action=ApplySdkVerificationToken', Object({ body: parameters })),
    ]
    for (const call of calls) {
      const error = await failure(call)
      expect(error).toBeInstanceOf(InvalidParametersError)
      expect(error).toMatchObject({ code: 'Client.InvalidParameters', outcome: 'not-sent', attempts: 0 })
      expect(error.message).toContain(message)
      expect(JSON.stringify(error) + error.stack).not.toContain('secretFromGetter')
    }
    expect(fetch).not.toHaveBeenCalled()
  })

  it('all at once, each by its path', async () => {
    const { apply } = answering(good)
    const error = await failure(apply({ CheckMode: 1n, CompareImage: new Uint8Array(1) }))
    expect(error).toHaveProperty('issues', [
      { parameter: 'CheckMode', rule: 'type', message: expect.stringContaining('CheckMode') },
      { parameter: 'CompareImage', rule: 'type', message: expect.stringContaining('Base64') },
    ])
  })
})

describe('what JSON can say is sent as it is', () => {
  it.each<[what: string, parameters: object, body: string]>([
    ['dates', { Extra: new Date(0) }, '{"Extra":"1970-01-01T00:00:00.000Z"}'],
    ['an object without a prototype', Object.assign(Object.create(null), { Extra: 'a' }), '{"Extra":"a"}'],
    ['null and lists', { Extra: null, List: [1, null, ['a']] }, '{"Extra":null,"List":[1,null,["a"]]}'],
    ['the same object twice', ((shared) => ({ a: shared, b: shared }))({ c: 1 }), '{"a":{"c":1},"b":{"c":1}}'],
    ['undefined', { Extra: undefined }, '{}'],
    ['a lone surrogate', { Extra: '\ud800' }, '{"Extra":"\\ud800"}'],
  ])('%s', async (_, parameters, body) => {
    const { fetch, apply } = answering(good)
    await apply(parameters)
    expect(sent(fetch).body).toBe(body)
  })
})
