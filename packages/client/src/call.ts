import type { OperationInfo } from './operation.ts'
import type { CallSettings } from './options.ts'

/** Removes secrets from a text. */
export type Redact = (text: string) => string

/** One call, from its parameters to its end. */
export interface Call {
  readonly action: string
  readonly version: string
  readonly operation: OperationInfo
  readonly settings: CallSettings
  /** The parameters, serialised once. */
  readonly body: string
  /** The attempts made so far. */
  attempts: number
}
