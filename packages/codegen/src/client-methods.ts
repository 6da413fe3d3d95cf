import { methodComment } from './method-comment.ts'
import type { Operation } from './operations.ts'
import { namedTypes } from './wire-types.ts'

/**
 * The methods of the client, each with the documentation of its operation, so that an editor shows it.
 *
 * @param errorCodes that any operation may answer with.
 */
export function clientMethods(operations: readonly Operation[], errorCodes: readonly string[]): string {
  const names = [...new Set(operations.flatMap(({ types }) => types))].sort()
  return `
import type { Call, CallOptions } from '../call.ts'
import { operations } from './operations.ts'
import type { components } from './wire-types.ts'

${namedTypes(names)}
/** One method per operation, named as in the official SDK. Answers come without their envelope. */
export interface FaceidMethods {
${operations.map((operation) => declaration(operation, errorCodes)).join('\n')}}

/** The methods, each of them one \`call\` with its row of the operations table. */
export function createMethods(call: Call): FaceidMethods {
  return {
${operations.map(definition).join('')}  }
}
`
}

function declaration(operation: Operation, errorCodes: readonly string[]): string {
  const { action, request, response, parameters } = operation
  const comment = methodComment(operation, errorCodes).map((line) => `   * ${line.replaceAll('*/', '*\\/')}`.trimEnd())
  const optional = parameters.some(({ required }) => required) ? '' : '?'
  const signature = `${action}(parameters${optional}: ${request}, options?: CallOptions): Promise<${response}>`
  return `  /**\n${comment.join('\n')}\n   */\n  ${signature}\n`
}

function definition({ action, response }: Operation): string {
  return `    ${action}: (parameters, options) => call<${response}>(operations.${action}, parameters, options),\n`
}
