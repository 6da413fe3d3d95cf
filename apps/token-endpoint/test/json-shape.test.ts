import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonShape } from '../src/request/json-shape.ts'

describe('jsonShape', () => {
  it.each([
    ['{"a":1,"b":{"a":1}}', 2, undefined],
    ['{"a":1,"a":2}', 1, 'a'],
    ['{"a":{"b":1,"b":2}}', 2, 'b'],
    ['[{"a":1},{"a":1}]', 2, undefined],
    ['{"a":"a","b":"a"}', 1, undefined],
    ['{"a":["a","a"]}', 2, undefined],
    ['{"a\\"":1,"a\\"":2}', 1, 'a"'],
    ['{"\\u0061":1,"a":2}', 1, 'a'],
    ['{"a":"{[","b":"\\\\"}', 1, undefined],
    ['"{"', 0, undefined],
  ])('%s', (text, depth, duplicate) => {
    expect(jsonShape(text, 100)).toStrictEqual({ depth, duplicate, tooMany: false })
  })

  it('finds no duplicates in what JSON.stringify writes, and the depth that it has', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const shape = { depth: depthOf(value), duplicate: undefined, tooMany: false }
        expect(jsonShape(JSON.stringify(value), Number.POSITIVE_INFINITY)).toStrictEqual(shape)
      }),
    )
  })

  it.each([
    ['{"a":[1,2],"b":3}', 3, false],
    ['{"a":[1,2],"b":3}', 2, true],
    ['{"a":",,,"}', 1, false],
  ])('%s holds more than %i values: %s', (text, most, tooMany) => {
    expect(jsonShape(text, most).tooMany).toBe(tooMany)
  })

  it('ends for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\a1 ') }), (text) => jsonShape(text, 100).depth >= 0),
    )
  })
})
