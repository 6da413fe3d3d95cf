import type { Operation } from './operations.ts'

/** The methods of the client, each with the documentation of its operation, so that an editor shows it. */
export function clientMethods(operations: readonly Operation[]): string {
  const names = [...new Set(operations.flatMap(({ request, response }) => [request, response]))].sort()
  return `
import type { Call, CallOptions } from '../call.ts'
import { operations } from './operations.ts'
import type { components } from './wire-types.ts'

${names.map((name) => `export type ${name} = components['schemas']['${name}']\n`).join('')}
/** One method per operation, named as in the official SDK. Answers come without their envelope. */
export interface FaceidMethods {
${operations.map(declaration).join('\n')}}

/** The methods, each of them one \`call\` with its row of the operations table. */
export function createMethods(call: Call): FaceidMethods {
  return {
${operations.map(definition).join('')}  }
}
`
}

function declaration({ action, request, response, summary, description, deprecated }: Operation): string {
  const text = [summary, '', ...description.trim().split('\n')]
  if (deprecated) text.push('', '@deprecated')
  const comment = text.map((line) => `   * ${line}`.trimEnd()).join('\n')
  return `  /**\n${comment}\n   */\n  ${action}(parameters?: ${request}, options?: CallOptions): Promise<${response}>\n`
}

function definition({ action, response }: Operation): string {
  return `    ${action}: (parameters, options) => call<${response}>(operations.${action}, parameters, options),\n`
}
