/** What `JSON.parse` does not reveal about a text: its nesting, duplicate keys and number of values. */
export interface JsonShape {
  readonly depth: number
  readonly duplicate: string | undefined
  /** Whether it holds more than `maxValues`, in all objects and lists together. */
  readonly tooMany: boolean
}

/** Scans a JSON text without building anything. For invalid JSON the result is unspecified; `JSON.parse` rejects it next. */
export function jsonShape(text: string, maxValues: number): JsonShape {
  const open: (Set<string> | undefined)[] = []
  let depth = 0
  let duplicate: string | undefined
  let expectsKey = false
  let values = 1
  for (let at = 0; at < text.length; at++) {
    const character = text[at]
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined)
      depth = Math.max(depth, open.length)
      expectsKey = character === '{'
    } else if (character === '}' || character === ']') open.pop()
    else if (character === ',') {
      if (++values > maxValues) return { depth, duplicate, tooMany: true }
      expectsKey = open.at(-1) !== undefined
    } else if (character === '"') {
      const end = endOfString(text, at)
      const keys = open.at(-1)
      if (expectsKey && keys !== undefined) {
        const key = unescaped(text.slice(at, end + 1))
        if (keys.has(key)) duplicate ??= key
        keys.add(key)
        expectsKey = false
      }
      at = end
    }
  }
  return { depth, duplicate, tooMany: false }
}

/** Returns the index of the quotation mark that closes the string opened at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end > 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return end
  }
  return text.length
}

function unescaped(string: string): string {
  try {
    return String(JSON.parse(string))
  } catch {
    return string
  }
}
