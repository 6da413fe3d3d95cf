import type { EmulatorOptions, Fault } from '../../src/index.ts'
import type { ClientSetup, Parameters } from './client.ts'

/** `documented`: Tencent's documentation says so. `guess`: it is silent, or leaves the code open. */
export type Basis = 'documented' | 'guess'

/** One call that any client can make, and how the API answers it. */
export interface Case {
  title: string
  basis: Basis
  /** `ok`, or the error code. */
  outcome: string
  parameters?: Parameters
  setup?: Partial<ClientSetup>
  /** What happens to the request between the client and the emulator. */
  wire?: Tampering
  emulator?: EmulatorOptions
  fault?: Fault
  /** How many calls of the same kind are made before. */
  callsBefore?: number
  /** What the message of the error must hold. */
  message?: RegExp
}

export interface Tampering {
  method?: string
  /** A null takes the header away. */
  headers?: Record<string, string | null>
  body?: (text: string) => string
}

type Details = Omit<Case, 'title' | 'basis' | 'outcome'>

export function documented(outcome: string, title: string, details: Details = {}): Case {
  return { title, basis: 'documented', outcome, ...details }
}

export function guess(outcome: string, title: string, details: Details = {}): Case {
  return { title, basis: 'guess', outcome, ...details }
}
