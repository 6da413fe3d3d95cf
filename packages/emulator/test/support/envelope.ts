/** What stands in `Response`, read without trust. */
export interface Envelope {
  SdkToken?: string
  RequestId?: string
  Error?: { Code: string; Message: string }
  [field: string]: unknown
}

export function envelopeOf(text: string): Envelope {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value) || !isRecord(value.Response)) throw new Error(`No envelope: ${text.slice(0, 200)}`)
  const { Error: error, ...rest } = value.Response
  if (error === undefined) return rest
  if (!isRecord(error) || typeof error.Code !== 'string' || typeof error.Message !== 'string') {
    throw new Error(`No error object: ${text.slice(0, 200)}`)
  }
  return { ...rest, Error: { Code: error.Code, Message: error.Message } }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
