import type { ApiError } from './api-error.ts'
import type { JsonObject } from './json.ts'

/** A call that the gateway let through. */
export interface Call {
  account: string
  parameters: JsonObject
  /** In milliseconds since 1970. */
  time: number
}

/** What an operation does beyond a response made from its schema. */
export interface Behavior {
  /** Returns fields that replace those of the generic response, or an error. */
  respond?: (call: Call) => JsonObject | ApiError
  /** Learns what was returned in the end. */
  responded?: (call: Call, fields: JsonObject) => void
}
