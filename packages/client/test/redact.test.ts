import { describe, expect, it } from 'vitest'
import { redact } from '../src/redact.ts'

const value = 'IQoJb3JpZ2lu/X2Vj+EH4aDm=='
const html = (text: string) => text.replace(/\W/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`)

describe('a value that was sent is found', () => {
  it.each([
    ['as it is', value],
    ['in upper case', value.toUpperCase()],
    ['in lower case', value.toLowerCase()],
    ['wrapped', value.replace(/.{9}/g, '$&\n')],
    ['wrapped as in mails', value.replace(/.{9}/g, '$&\r\n ')],
    ['wrapped and written as JSON', JSON.stringify(value.replace(/.{9}/g, '$&\r\n')).slice(1, -1)],
    ['in a URL', encodeURIComponent(value)],
    ['in a URL in a URL', encodeURIComponent(encodeURIComponent(value))],
    ['with a space for each +', value.replaceAll('+', ' ')],
    ['in the URL alphabet', value.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')],
    ['with escaped slashes', value.replaceAll('/', '\\/')],
    ['in ASCII JSON', value.replaceAll('/', '\\u002f').replaceAll('+', '\\u002B')],
    ['in HTML', html(value)],
    ['in HTML in HTML', html(value).replaceAll('&', '&amp;')],
    ['in decimal entities', [...value].map((character) => `&#${character.charCodeAt(0)};`).join('')],
    ['cut off', value.slice(0, 14)],
  ])('%s', (_, written) => {
    const text = redact(`before <${written}> after`, { names: [], values: [value] })
    expect(text).toMatch(/^before <\[redacted\](={1,2}|%3D%3D|%253D%253D|(&(amp;)*#(x3d|61);)*)?>? after$/)
  })

  it('each time', () => {
    expect(redact(`${value}, ${value.toUpperCase()}`, { names: [], values: [value] })).toBe('[redacted], [redacted]')
  })

  it('with spaces in it, where a form writes them as +', () => {
    const phrase = 'correct horse battery'
    expect(redact('p=correct+horse+battery&q=1', { names: [], values: [phrase] })).toBe('p=[redacted]&q=1')
  })

  it('but not one so short that it is in ordinary words', () => {
    expect(redact('test the latest', { names: [], values: ['test', '', '+/=+/=+/='] })).toBe('test the latest')
  })
})

describe('what follows a secret name is redacted', () => {
  it.each([
    ['Photo: abc', 'Photo: [redacted]'],
    ['PHOTO=abc', 'PHOTO=[redacted]'],
    ['{"Photo": "abc", "a": 1}', '{"Photo": "[redacted]", "a": 1}'],
    ["{'Photo': 'abc'}", "{'Photo': '[redacted]'}"],
    ["'Photo' => 'abc'", "'Photo' => '[redacted]'"],
    ['<Photo>abc</Photo>', '<Photo>[redacted]</Photo>'],
    ['{"Photo": ["abc", "def"]}', '{"Photo": [redacted]'],
    ['Photo `abc` is bad', 'Photo `[redacted]` is bad'],
    ['X-TC-Token: abc\nHost: a', 'X-TC-Token: [redacted]\nHost: a'],
    ['HTTP_X_TC_TOKEN=abc', 'HTTP_X_TC_TOKEN=[redacted]'],
  ])('%s', (text, shown) => {
    expect(redact(text, { names: ['Photo'], values: [] })).toBe(shown)
  })

  it('and a name alone stays', () => {
    const text = 'Photo is missing. "Photo", "Name" and `Photo` are names: see the guide'
    expect(redact(text, { names: ['Photo'], values: [] })).toBe(text)
  })
})

describe('where no names are known', () => {
  const unknown = { names: undefined, values: [] }

  it('all strings of JSON are secret, and its names are not', () => {
    const text = '{"a": "b", "c": ["d \\" e", 1], "f": {"g": "cut'
    expect(redact(text, unknown)).toBe('{"a": "[redacted]", "c": ["[redacted]", 1], "f": {"g": "[redacted]"')
  })

  it('a page stays as it is', () => {
    expect(redact('<h1 class="a">Bad Gateway</h1>', unknown)).toBe('<h1 class="a">Bad Gateway</h1>')
  })
})
