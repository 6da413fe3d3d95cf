/** What must not show up in a text. */
export interface Secrets {
  /** Names of fields whose values are secret, besides the headers that always hold secrets. Default: those of all strings in JSON. */
  readonly names: readonly string[] | undefined
  /** Values that were sent. */
  readonly values: readonly string[]
}

const REDACTED = '[redacted]'

/** A value is found by this many of its letters and digits. One with fewer would be found in ordinary words. */
const SHORTEST_MATCH = 8

/** Longer texts are cut first: an excerpt is much shorter, and searching all of a large body would take long. */
const LONGEST_TEXT = 5_000

/** Replaces secrets by `[redacted]`: the values that were sent, and whatever follows the name of a secret field. */
export function redact(text: string, { names, values }: Secrets): string {
  const withoutValues = values.reduce(redactValue, text.slice(0, LONGEST_TEXT))
  const withoutNamed = redactNamed(withoutValues, ['authorization', 'x-tc-token', ...(names ?? [])])
  return names === undefined ? redactJsonStrings(withoutNamed) : withoutNamed
}

/**
 * Finds a value by its letters and digits alone, without regard to case, so that it is found however it was written:
 *
 * - as it is               `a/B+c=`
 * - in upper case          `A/B+C=`
 * - wrapped                `a/B`, line break, `+c=`
 * - in a URL               `a%2FB%2Bc%3D`, and encoded twice `a%252FB`
 * - with `+` for a space   `a/B c=`
 * - in JSON                `a\/B\u002bc=`
 * - in HTML                `a&#x2F;B&#43;c=`
 * - in the URL alphabet    `a_B-c`
 * - cut off                `a/B`
 */
function redactValue(text: string, value: string): string {
  const wanted = lettersOf(value.slice(0, LONGEST_TEXT)).letters
  if (wanted.length < SHORTEST_MATCH) return text
  const { letters, starts, ends } = lettersOf(text)
  const beginning = wanted.slice(0, SHORTEST_MATCH)
  let result = ''
  let copied = 0
  for (let at = letters.indexOf(beginning); at >= 0; at = letters.indexOf(beginning, at + 1)) {
    if ((starts[at] ?? 0) < copied) continue
    let length = SHORTEST_MATCH
    while (length < wanted.length && letters[at + length] === wanted[length]) length++
    const end = ends[at + length - 1] ?? text.length
    // Where it goes on differently it may have been cut, or written in a way not thought of: the rest of the word goes, too.
    const rest = length < wanted.length ? /^[^\s"'`<]*/ : /^[=/+_-]*/
    result += text.slice(copied, starts[at]).replace(/[/+_-]+$/, '') + REDACTED
    copied = end + (rest.exec(text.slice(end))?.[0].length ?? 0)
  }
  return result + text.slice(copied)
}

/** `%2F`, `%252F`, `&#x2F;`, `&#47;`, `&amp;`, `\u002f`, `\x2f`, `\n`, `\/`, or a single character. */
const notation =
  /%(?:25)*([0-9a-f]{2})|&(?:amp;)*(?:#x([0-9a-f]+)|#(\d+)|[a-z]+);|\\+(?:u([0-9a-f]{4})|x([0-9a-f]{2})|.)|./gis

/** The letters and digits of a text in lower case, and where in the text each of them starts and ends. */
function lettersOf(text: string): { letters: string; starts: number[]; ends: number[] } {
  let letters = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: written, 1: url, 2: hex, 3: decimal, 4: json, 5: byte, index } of text.matchAll(notation)) {
    const code = decimal === undefined ? Number.parseInt(url ?? hex ?? json ?? byte ?? '', 16) : Number(decimal)
    const character = written.length === 1 ? written : String.fromCharCode(code)
    if (!/^[a-z0-9]$/i.test(character)) continue
    letters += character.toLowerCase()
    starts.push(index)
    ends.push(index + written.length)
  }
  return { letters, starts, ends }
}

/** `"`, `'`, a backtick, `\"`, `&quot;`, `&#34;`, `%22` */
const quote = `(?:["'\`]|\\\\+["']|&(?:quot|apos|#x?\\w+);|%2[27])`
/** a space, a line break, `\n`, `%20` */
const blank = '(?:\\s|\\\\+[nrt]|%20|%0[ad]|&nbsp;)'
/** `:`, `=`, `>`, `=>`, `%3A`, `&gt;`, `&#58;` */
const separator = '(?:[:=>]|%3[ad]|&gt;|&#x?3a;|&#58;)'
/** `Name: value`, `"Name": "value"`, `Name=value`, `<Name>value`, `%22Name%22%3A%22value`; or `Name "value"` */
const between = `(?:${quote}?${blank}*${separator}+|\\s(?=${quote}))${blank}*${quote}?`
/** `[...` and `{...` to the end of the text; anything else up to a quote, a line break or a tag. */
const value = `[[{](?!redacted)[^]*|(?:\\\\[/u]|[^\\\\"'\`\\n<])+`

/** Redacts what follows the names. */
function redactNamed(text: string, names: readonly string[]): string {
  // In CGI variables `-` is written `_`.
  const anyName = names.join('|').replaceAll('-', '[-_]')
  return text.replace(new RegExp(`((?:${anyName})${between})(?:${value})`, 'gi'), `$1${REDACTED}`)
}

/** `{"a":"[redacted]","b":["[redacted]"]}`: all strings but the names. A text that is not JSON stays as it is. */
function redactJsonStrings(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text
  const string = /"(?:[^"\\]|\\.)*(?:"(\s*:)?|$)/g
  return text.replace(string, (found, isName) => (isName ? found : `"${REDACTED}"`))
}
