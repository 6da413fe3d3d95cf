import { Random } from '@tc3-edge/test-support/random'

export interface Generator {
  readonly below: (limit: number) => number
  readonly pick: <T>(items: readonly T[]) => T
  readonly shuffled: <T>(items: readonly T[]) => T[]
  /** Lower-case letters and digits, a letter first. */
  readonly name: () => string
  /** Anything that a string can hold. */
  readonly text: (most: number) => string
  /** Well-formed text in several scripts. */
  readonly words: (most: number) => string
  /** The value of a header. */
  readonly field: () => string
}

const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
const alphanumerics = [...letters, ...Array.from('0123456789')]
const scripts = Array.from('aZ09 -_審核身份認證ÄßéЖשあ한👩🙂')
// Lone surrogates too: every runtime must encode them as the same replacement character.
const anything = [
  ...scripts,
  ...Array.from('"{}:,\\/\'|^~`<>[]&=?#%+\t\r\n\u0000\u007f\u2028\ufeff'),
  '\ud83d',
  '\ude42',
]
const fieldCharacters = Array.from('aB09 ;,=:/"\t')

/** Seeded, so that a run that failed can be repeated. */
export function generator(seed: number): Generator {
  const random = new Random(seed)
  const below = (limit: number) => random.below(limit)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T
  const some = (alphabet: readonly string[], most: number) =>
    Array.from({ length: below(most + 1) }, () => pick(alphabet)).join('')
  return {
    below,
    pick,
    shuffled: (items) =>
      items
        .map((item) => ({ item, key: below(2 ** 32) }))
        .sort((a, b) => a.key - b.key)
        .map(({ item }) => item),
    name: () => pick(letters) + some(alphanumerics, 12),
    text: (most) => some(anything, most),
    words: (most) => some(scripts, most),
    field: () => some(fieldCharacters, 20),
  }
}
