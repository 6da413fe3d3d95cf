/** What `JSON.parse` does not tell of a text: how deep it is nested, and whether an object has a key twice. */
export interface JsonShape {
  readonly depth: number
  readonly duplicate: string | undefined
  /** Whether more than `mostValues` stand in it, all objects and lists taken together. */
  readonly tooMany: boolean
}

/**
 * Looks over a JSON text without building anything. For a text that is not JSON it answers something:
 * what is not refused for that, `JSON.parse` refuses.
 */
export function jsonShape(text: string, mostValues: number): JsonShape {
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
      if (++values > mostValues) return { depth, duplicate, tooMany: true }
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

/** Where the quotation mark is that ends the string which begins at `start`. */
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
