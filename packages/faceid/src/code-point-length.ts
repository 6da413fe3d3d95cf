/** The length of a text in code points, which is what JSON Schema counts (RFC 8259 characters). */
export function codePointLength(text: string): number {
  let surrogatePairs = 0
  for (let i = 0; i < text.length - 1; i++) {
    if (isHigh(text.charCodeAt(i)) && isLow(text.charCodeAt(i + 1))) surrogatePairs++
  }
  return text.length - surrogatePairs
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
