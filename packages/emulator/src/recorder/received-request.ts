import type { JsonObject } from '../json.ts'

/** One request that was received. */
export interface ReceivedRequest {
  /** When its last byte had been received, in milliseconds since 1970, with fractions. */
  time: number
  /** Null where the signature did not prove it. */
  account: string | null
  /** Null where the request names none that there is. Known even where the signature is wrong. */
  service: string | null
  action: string | null
  region: string | null
  /** The caller's `Extra`; null where there was none, or it was not read. */
  extra: string | null
  /**
   * What was asked; empty where it was not read because the request was refused before. The values of secrets
   * (`x-secret` in the API description) and what is very long are replaced by their length in brackets.
   */
  parameters: JsonObject
  /**
   * Whether the gateway took it on: signed well and in time, for a known action with the headers that it takes. Such a
   * request is carried out unless the limit or its parameters stand against it (see `outcome`). A request that is not
   * accepted was merely received: it is carried out under no circumstances.
   */
  accepted: boolean
  /**
   * `ok`, the code of the error, `unprocessed` where a fault came first, or `failed` where a function of the option
   * `answers` threw, or returned what is no object of JSON.
   */
  outcome: string
  /** The kind of the fault that happened to it, if one did. */
  fault: string | null
  /** Null where it was not processed, or failed. */
  requestId: string | null
}
