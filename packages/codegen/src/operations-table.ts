import type { Operation } from './operations.ts'

/** What the client needs to know of the service and of each operation, as a module. */
export function operationsTable(
  { endpoint, service }: { readonly endpoint: string; readonly service: string },
  operations: readonly Operation[],
): string {
  return `
import type { OperationInfo } from '@tc3-edge/client'

/** The names of all operations. */
export type OperationName = ${operations.map(({ action }) => `'${action}'`).join(' | ')}

/** The origin of the API, unless a client names another. */
export const endpoint = '${endpoint}'

/** The service of the credential scope, whatever the endpoint. */
export const service = '${service}'

/** \`X-TC-Version\`. */
export const version = '${versionOf(operations)}'

/** What the description says of each operation. */
export const operations: { readonly [Name in OperationName]: OperationInfo } = {
${operations.map(row).join('')}}
`
}

/** A client is made for one version. */
function versionOf(operations: readonly Operation[]): string {
  const [version = '', ...others] = new Set(operations.map((operation) => operation.version))
  if (others.length > 0)
    throw new Error(`X-TC-Version should be one for all operations, but is ${[version, ...others].join(', ')}`)
  return version
}

function row({ action, responseFields, ...operation }: Operation): string {
  const { idempotent, region, maxResponseBytes, requestsPerSecond, secrets } = operation
  const required = responseFields.filter((field) => field.required && field.name !== 'RequestId')
  const requiredResponseFields = Object.fromEntries(
    required.map(({ name, types }) => [name, types.map((type) => (type === 'integer' ? 'number' : type)).join(' or ')]),
  )
  const info = { idempotent, region, maxResponseBytes, requestsPerSecond, secrets, requiredResponseFields }
  const lines = Object.entries(info).filter(([, value]) => value !== undefined)
  return `  ${action}: {
${lines.map(([name, value]) => `    ${name}: ${JSON.stringify(value)},\n`).join('')}  },
`
}
