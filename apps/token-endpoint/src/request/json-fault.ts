const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const SPACE = /[ \t\n\r]*/y
/** What may stand in a string as it is: no quotation mark, backslash or control character. */
const PLAIN = /[ !#-[\]-\uffff]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Where a text ceases to be JSON, which `JSON.parse` tells only now and then, and never without quoting the text: the index
 * of the first character that can't stand there, the text's length where it ends too early; undefined for good JSON. For texts
 * that are nested a few levels deep.
 */
export function jsonFault(text: string): number | undefined {
  const reader = new JsonReader(text)
  try {
    reader.document()
    return undefined
  } catch {
    return reader.at
  }
}

/** Reads on as long as the text is JSON, and throws where it is not. */
class JsonReader {
  at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  document(): void {
    this.#value()
    if (this.at < this.#text.length) this.#fail()
  }

  #value(): void {
    this.#skip(SPACE)
    const first = this.#text[this.at]
    if (first === '{') this.#list('}', () => this.#member())
    else if (first === '[') this.#list(']', () => this.#value())
    else if (first === '"') this.#string()
    else if (!this.#skip(SCALAR)) this.#fail()
    this.#skip(SPACE)
  }

  #list(end: string, item: () => void): void {
    this.at++
    this.#skip(SPACE)
    if (!this.#has(end)) {
      do item()
      while (this.#has(','))
      this.#expect(end)
    }
  }

  #member(): void {
    this.#skip(SPACE)
    this.#string()
    this.#skip(SPACE)
    this.#expect(':')
    this.#value()
  }

  #string(): void {
    this.#expect('"')
    do this.#skip(PLAIN)
    while (this.#skip(ESCAPE))
    this.#expect('"')
  }

  #expect(character: string): void {
    if (!this.#has(character)) this.#fail()
  }

  #has(character: string): boolean {
    const found = this.#text[this.at] === character
    if (found) this.at++
    return found
  }

  /** Whether there was anything of the kind. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    const found = pattern.test(this.#text)
    if (found) this.at = pattern.lastIndex
    return found
  }

  #fail(): never {
    throw new SyntaxError('Not JSON')
  }
}
