import type { Operation } from './operations.ts'

/** The runtime table of operations: all that a call needs to know besides its parameters. */
export function operationsTable(operations: readonly Operation[]): string {
  const rows = operations.map(
    ({ action, version, service, path, answerFields }) =>
      `  ${action}: {\n` +
      `    action: '${action}',\n    version: '${version}',\n    service: '${service}',\n    path: '${path}',\n` +
      `    answerFields: ${JSON.stringify(answerFields)},\n  },\n`,
  )
  return `
/** What a call needs to know besides its parameters. */
export interface Operation {
  /** \`X-TC-Action\`. */
  readonly action: string
  /** \`X-TC-Version\`. */
  readonly version: string
  /** The service of the credential scope. */
  readonly service: string
  /** The key of the path in the spec. Only the part before \`#\` is sent. */
  readonly path: keyof import('./wire-types.ts').paths
  /** The fields that every answer has, with their JSON type. */
  readonly answerFields: Readonly<Record<string, string>>
}

export const operations: { readonly [Name in ${operations.map(({ action }) => `'${action}'`).join(' | ')}]: Operation } = {
${rows.join('')}}
`
}
