export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function objectAt(value: unknown, ...path: readonly string[]): JsonObject {
  const found = path.reduce((at: unknown, name) => (isObject(at) ? at[name] : undefined), value)
  return isObject(found) ? found : {}
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export type JsonPiece = { readonly kind: 'key' | 'string' | 'number' | 'literal' | 'plain'; readonly text: string }

const TOKEN =
  /("(?:\\.|[^"\\])*")(\s*:)?|(?<![\w.:/])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|\b(?:true|false|null)\b/g

/** Splits JSON into pieces to be coloured. */
export function jsonPieces(json: string): JsonPiece[] {
  const pieces: JsonPiece[] = []
  let end = 0
  for (const match of json.matchAll(TOKEN)) {
    const [text, string, colon] = match
    if (match.index > end) pieces.push({ kind: 'plain', text: json.slice(end, match.index) })
    if (string !== undefined) {
      pieces.push({ kind: colon === undefined ? 'string' : 'key', text: string })
      if (colon !== undefined) pieces.push({ kind: 'plain', text: colon })
    } else pieces.push({ kind: /^[tfn]/.test(text) ? 'literal' : 'number', text })
    end = match.index + text.length
  }
  return [...pieces, { kind: 'plain', text: json.slice(end) }]
}
