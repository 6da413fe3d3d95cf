import type { Field } from './fields.ts'
import type { Operation } from './operations.ts'

/** The lines of a method's documentation: what it does, takes, returns and throws, as an editor shows it. */
export function methodComment(operation: Operation, errorCodes: readonly string[]): string[] {
  const { summary, description, parameters, rules, responseFields, page, deprecated } = operation
  return [
    summary,
    '',
    ...paragraph(description),
    ...(parameters.length > 0 ? ['@param parameters', ...parameters.flatMap(parameter)] : []),
    ...rules.flatMap((rule) => wrapped(`- Rule: ${rule}`)),
    '@param options of this call; they take precedence over the client’s.',
    '@returns the response without its envelope:',
    ...responseFields.flatMap(({ name, description: text }) => wrapped(`- \`${name}\`: ${firstSentence(text)}`)),
    '@throws TencentError. `code` is one of the client’s own (`Client.*`), or the service’s:',
    ...wrapped(`${errorCodes.map((code) => `\`${code}\``).join(', ')}; others may come.`, '  '),
    ...(page === undefined ? [] : [`@see ${page}`]),
    ...(deprecated ? ['@deprecated'] : []),
  ]
}

function parameter({ name, required, deprecated, description, default: value }: Field): string[] {
  const presence = required ? ' (required)' : value === undefined ? '' : ` (default \`${JSON.stringify(value)}\`)`
  return wrapped(`- \`${name}\`${presence}${deprecated ? ' (deprecated)' : ''}: ${firstSentence(description)}`)
}

function paragraph(text: string): string[] {
  const lines = text.trim().split('\n')
  return lines[0] === '' ? [] : [...lines, '']
}

/** The field's own documentation has the rest. */
function firstSentence(text: string): string {
  const [sentence = ''] = text.trim().split(/(?<=(?<!e\.g|i\.e)\.)\s/, 1)
  return sentence.replaceAll(/\s+/g, ' ')
}

/** At most about 110 columns, later lines indented. */
function wrapped(text: string, indent = ''): string[] {
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    if (line.length + word.length > 110) {
      lines.push(line)
      line = '  '
    }
    line += line.trim() === '' ? word : ` ${word}`
  }
  return [...lines, line]
}
