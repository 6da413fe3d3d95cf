import type { Operation } from './operations.ts'

/** What the endpoint has to know of the parameters of an operation: their names, defaults, and the cards they matter for. */
export function parametersModule({ action, request, parameters }: Operation): string {
  const entries = parameters.map(({ name, default: value, cards }) => [name, { default: value, cards }])
  return `
import type { ${request} } from './api.ts'

/** A parameter of ${action}. */
export interface Parameter {
  /** What holds if it is not sent. */
  readonly default?: unknown
  /** The values of IdCardType that it has an effect for. Absent: all. */
  readonly cards?: readonly string[]
}

export type ParameterName = keyof ${request}

export const parameters: Readonly<Record<ParameterName, Parameter>> = ${JSON.stringify(Object.fromEntries(entries), null, 2)}
`
}
