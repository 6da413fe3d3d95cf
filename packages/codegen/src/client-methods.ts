import { methodComment } from './method-comment.ts'
import type { Operation } from './operations.ts'
import { namedTypes } from './wire-types.ts'

/**
 * The methods of the client, each with the documentation of its operation, so that an editor shows it.
 *
 * @param errorCodes that any operation may return.
 */
export function clientMethods(operations: readonly Operation[], errorCodes: readonly string[]): string {
  const names = [...new Set(['ErrorCode', ...operations.flatMap(({ types }) => types)])].sort()
  return `
import type { TencentCallOptions, TencentClient } from '@tc3-edge/client'
import type { components, paths } from './wire-types.ts'

/** Options of one call. Each takes precedence over the client's own; \`signal\` and \`headers\` add to it. */
export type FaceidCallOptions = TencentCallOptions<paths>

${namedTypes(names)}
/** One method per operation, named as in the official SDK. Responses come without their envelope. */
export interface FaceidMethods {
${operations.map((operation) => declaration(operation, errorCodes)).join('\n')}}

/** The methods, each of them a call of the client. */
export function createMethods(api: TencentClient<paths>): FaceidMethods {
  return {
${operations.map(definition).join('')}  }
}
`
}

function declaration(operation: Operation, errorCodes: readonly string[]): string {
  const { action, request, response, parameters } = operation
  const comment = methodComment(operation, errorCodes).map((line) => `   * ${line.replaceAll('*/', '*\\/')}`.trimEnd())
  const optional = parameters.some(({ required }) => required) ? '' : '?'
  const signature = `${action}(parameters${optional}: ${request}, options?: FaceidCallOptions): Promise<${response}>`
  return `  /**\n${comment.join('\n')}\n   */\n  ${signature}\n`
}

function definition({ action }: Operation): string {
  return `    ${action}: (parameters, options) => api.call('${action}', parameters, options),\n`
}
