/** As they may be written in JSON, HTML and URLs: what is neither a name nor a value, nor the beginning of many. */
const gap = '(?:&#?\\w+;|%\\w\\w|\\\\[nrt]|[^\\w[{])*'

/**
 * Blacks out secrets: the values that were sent, wherever and however they are written and even if only their beginning
 * is there, and what stands behind the name of a secret.
 *
 * @param names of fields, besides the headers that always hold secrets.
 */
export function redact(text: string, names: readonly string[], values: readonly string[]): string {
  const secrets = ['authorization', 'x-tc-token', ...names].join('|')
  const between = `(?:${gap}?(?:[:=>]|%3a|&gt;)|\\s["'\`])${gap}`
  // Where a list or an object ends is not looked for: all that follows goes.
  const value = `[[{](?!redacted)[^]*|(?:\\\\[/u]|[^\\\\"'\`\\n<])+`
  const behindName = new RegExp(`((?:${secrets})${between})(?:${value})`, 'gi')
  return values.reduce(withoutValue, text).replace(behindName, '$1[redacted]')
}

function withoutValue(text: string, value: string): string {
  // So short a value stands for other things too (`AAAA`, `test`), and the text would be wrecked.
  if (value.length < 8) return text
  // Where a text was cut, less than this may be left of a value, which tells nothing.
  const beginning = value.slice(0, 6).replace(/\W/g, '(?:\\\\?\\$&|[%&\\\\]#?\\w{2,5}?;?)')
  return text.replaceAll(value, '[redacted]').replace(new RegExp(`${beginning}[^\\s"'\`<]*`, 'g'), '[redacted]')
}
