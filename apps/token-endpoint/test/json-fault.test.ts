import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonFault } from '../src/request/json-fault.ts'

describe('jsonFault', () => {
  it.each([
    ['{"preset": default}', 11],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ["{'a':1}", 1],
    ['[1 2]', 3],
    ['{} x', 3],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['{"a":01}', 6],
    ['', 0],
    ['{"a":', 5],
    ['{"a":"b', 7],
  ])('finds where %j goes wrong', (text, at) => {
    expect(jsonFault(text)).toBe(at)
  })

  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0a1e-. \n', 'true', '"b"'), maxLength: 30 }),
    fc.json({ maxDepth: 4 }).chain((text) => fc.nat(text.length).map((at) => text.slice(0, at))),
    fc.json({ maxDepth: 4 }),
  )

  it('finds something in just those texts that JSON.parse refuses, and nothing before it is to blame', () => {
    const isJson = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    fc.assert(
      fc.property(texts, (text) => {
        const at = jsonFault(text)
        expect(at === undefined).toBe(isJson(text))
        if (at !== undefined) expect(jsonFault(text.slice(0, at))).toSatisfy((end) => end === undefined || end === at)
      }),
      { numRuns: 5_000 },
    )
  })

  it('reads a text as long as a body may be', () => {
    const start = `{"parameters":{"CompareImage":"${'A'.repeat(10_000_000)}",`
    expect(jsonFault(`${start}}}`)).toBe(start.length)
  })
})
