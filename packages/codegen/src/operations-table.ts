import type { Operation } from './operations.ts'

/** The runtime table of operations: all that a call needs to know besides its parameters. */
export function operationsTable(
  { endpoint, service }: { readonly endpoint: string; readonly service: string },
  operations: readonly Operation[],
): string {
  return `
/** The names of all operations. */
export type OperationName = ${operations.map(({ action }) => `'${action}'`).join(' | ')}

/** What a call needs to know besides its parameters. */
export interface Operation {
  /** \`X-TC-Action\`. */
  readonly action: OperationName
  /** \`X-TC-Version\`. */
  readonly version: string
  /** The fields that every answer has, with their JSON type: several with \`or\` between. */
  readonly answerFields: Readonly<Record<string, string>>
  /** The fields of requests and answers that must not show up in errors. */
  readonly secrets: readonly string[]
}

/** The origin of the API, unless a client names another. */
export const serviceEndpoint = '${endpoint}'

/** The service of the credential scope, whatever the endpoint. */
export const serviceName = '${service}'

export const operations: { readonly [Name in OperationName]: Operation } = {
${operations.map(row).join('')}}
`
}

function row({ action, version, answer, secrets }: Operation): string {
  const required = answer.filter((field) => field.required)
  const answerFields = Object.fromEntries(
    required.map(({ name, types }) => [name, types.map((type) => (type === 'integer' ? 'number' : type)).join(' or ')]),
  )
  return `  ${action}: {
    action: '${action}',
    version: '${version}',
    answerFields: ${JSON.stringify(answerFields)},
    secrets: ${JSON.stringify(secrets)},
  },
`
}
