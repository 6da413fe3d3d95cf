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
    expect(jsonShape(text)).toStrictEqual({ depth, duplicate })
  })

  it('finds no duplicates in what JSON.stringify writes, and the depth that it has', () => {
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        expect(jsonShape(JSON.stringify(value))).toStrictEqual({ depth: depthOf(value), duplicate: undefined })
      }),
    )
  })

  it('ends for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\a1 ') }), (text) => jsonShape(text).depth >= 0),
    )
  })
})
