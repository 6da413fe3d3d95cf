import { describe, expect, it } from 'vitest'
import { createEmulator } from '../src/index.ts'
import { parseDescription } from '../src/spec/api-description.ts'
import { answerTo, codeOf } from './support/caller.ts'
import { document } from './support/search-description.ts'

/** The document with this as its answer, and these schemas to refer to. */
function answering(Found: object, schemas: object): object {
  const components = { ...document.components, schemas: { ...document.components.schemas, Found, ...schemas } }
  return { ...document, components }
}

const action = 'SearchSomething'
const good = { Filters: [{ Name: 'a' }] }

describe('an operation that is added to the description', () => {
  it('is answered from its response schema', async () => {
    const { fetch } = createEmulator({ spec: document })
    const answer = await answerTo(fetch, good, { action })
    expect(answer).toEqual({
      Count: 1,
      State: 'READY',
      Id: expect.stringMatching(/^[0-9A-F-]{36}$/),
      Owner: { Name: 'nobody', Active: false },
      Items: [],
      RequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(answer.Id).not.toBe('A561B769-C347-4724-A69A-6C3B3483E107')
  })

  it.each([
    ['MissingParameter', 'Filters', {}],
    ['InvalidParameter', 'Filters', { Filters: 'a' }],
    ['UnknownParameter', 'Bogus', { ...good, Bogus: 1 }],
    ['UnknownParameter', 'Filters.0.Bogus', { Filters: [{ Name: 'a', Bogus: 1 }] }],
    ['MissingParameter', 'Filters.1.Name', { Filters: [{ Name: 'a' }, {}] }],
    ['InvalidParameter', 'Filters.0.Exact', { Filters: [{ Name: 'a', Exact: 'yes' }] }],
  ])('has its parameters checked: %s %s', async (code, name, parameters) => {
    const { fetch } = createEmulator({ spec: document })
    const { Error: error } = await answerTo(fetch, parameters, { action })
    expect(error).toMatchObject({ Code: code, Message: expect.stringContaining(name) })
  })

  it('refuses parameters that are nested without end, and has them on record', async () => {
    const Filter = { type: 'object', properties: { Inner: { $ref: '#/components/schemas/Filter' } } }
    const { fetch, received } = createEmulator({ spec: answering(document.components.schemas.Found, { Filter }) })
    const nested = `{"Filters":[${'{"Inner":'.repeat(1e5)}{}${'}'.repeat(1e5)}]}`
    const { Error: error } = await answerTo(fetch, nested, { action })
    expect(error).toMatchObject({ Code: 'InvalidParameter', Message: expect.stringContaining('nested too deep') })
    expect(received()).toMatchObject([{ outcome: 'InvalidParameter' }])
  })

  it('refuses parameters that are wrong only taken together', async () => {
    const Search = { ...document.components.schemas.Search, minProperties: 2 }
    const { fetch } = createEmulator({ spec: answering(document.components.schemas.Found, { Search }) })
    const { Error: error } = await answerTo(fetch, good, { action })
    expect(error).toEqual({ Code: 'InvalidParameterValue', Message: 'This value is not allowed: the parameters.' })
  })

  it.each([2.5, 0, -1, '20', null])('is refused with a limit of %j', (limit) => {
    const post = { ...document.paths['/#X-TC-Action=SearchSomething'].post, 'x-requests-per-second': limit }
    expect(() => createEmulator({ spec: { ...document, paths: { '/': { post } } } })).toThrow(
      'x-requests-per-second of SearchSomething is a whole number from 1, such as 20.',
    )
  })

  it('has its own limit', async () => {
    const { fetch } = createEmulator({ spec: document })
    const codes = [await codeOf(fetch, good, { action }), await codeOf(fetch, good, { action })]
    expect([...codes, await codeOf(fetch, good, { action })]).toEqual(['ok', 'ok', 'RequestLimitExceeded'])
  })
})

describe('an answer whose schema', () => {
  const Node = { $ref: '#/components/schemas/Node' }
  const node = (properties: object, required: string[] = []) => ({ type: 'object', properties, required })

  it.each([
    [
      'holds itself and lists of itself, is built once, with empty lists',
      node({ Label: { default: 'a' }, Next: Node, Others: { type: 'array', items: Node } }),
      { Label: 'a', Others: [] },
    ],
    [
      'may be null instead of itself, is null there',
      node({ Next: { anyOf: [Node, { type: 'null' }] } }, ['Next']),
      { Next: null },
    ],
    [
      'holds what requires it, does without that',
      node({ Id: { type: 'integer' }, Inner: node({ Outer: Node }, ['Outer']) }),
      { Id: 0 },
    ],
    ['wraps itself in allOf, ends as well', node({ Next: { allOf: [Node] } }), { Next: {} }],
  ])('%s', async (_, schema, fields) => {
    const { fetch } = createEmulator({ spec: answering(node({ Top: Node }), { Node: schema }) })
    expect((await answerTo(fetch, good, { action })).Top).toEqual(fields)
  })

  it.each([
    ['a type or null', { type: ['null', 'integer'], minimum: 3 }, 3],
    ['anyOf with null', { anyOf: [{ type: 'null' }, { $ref: '#/components/schemas/Count' }] }, 7],
    ['oneOf with one entry', { oneOf: [{ $ref: '#/components/schemas/Count' }] }, 7],
    ['allOf with one entry', { allOf: [{ $ref: '#/components/schemas/Count' }], description: 'How many.' }, 7],
    [
      'allOf with several',
      { allOf: [node({ A: { default: 'a' } }), node({ B: { type: ['boolean', 'null'] } })] },
      { A: 'a', B: false },
    ],
    ['nothing but null', { type: 'null' }, null],
    ['a list of values with null among them', { enum: [null, 'READY'] }, 'READY'],
  ])('says %s is answered by that', async (_, Value, value) => {
    const Count = { type: 'integer', minimum: 7 }
    const { fetch } = createEmulator({ spec: answering(node({ Value }), { Count }) })
    expect((await answerTo(fetch, good, { action })).Value).toEqual(value)
  })

  it('requires itself is refused at once: no answer would have an end', () => {
    const spec = answering(Node, { Node: node({ Next: Node }, ['Next']) })
    expect(() => createEmulator({ spec })).toThrow(/The response of SearchSomething requires itself/)
  })
})

describe('a description that can not be used', () => {
  it.each([
    ['nothing', null, /not an object/],
    ['no server', { ...document, servers: [] }, /names no server/],
    [
      'a reference to nowhere',
      { ...document, components: {} },
      /#\/components\/parameters\/X-TC-Version, which is not/,
    ],
  ])('%s', (_, broken, message) => {
    expect(() => parseDescription(broken)).toThrow(message)
  })
})
