import { Agent, request } from 'node:http'

/** Connections that are kept, as many as there are requests at a time. */
export const agent = new Agent({ keepAlive: true })

export interface Posted {
  readonly status: number
  /** Milliseconds from sending to the last byte of the answer. */
  readonly ms: number
}

/** `POST /v1/tokens` with that API key. */
export function postToken(url: string, apiKey: string): Promise<Posted> {
  const headers = { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' }
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(`${url}/v1/tokens`, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - startedAt }))
    })
    sent.on('error', reject).end('{}')
  })
}

/**
 * How many responses of that status come in a second, of so many requests at a time. Settles when the last is answered.
 * Throws where another answer comes.
 */
export async function tokenResponsesPerSecond(
  url: string,
  apiKey: string,
  { status, inFlight, ms }: { readonly status: number; readonly inFlight: number; readonly ms: number },
): Promise<number> {
  const startedAt = performance.now()
  let responses = 0
  const lane = async () => {
    while (performance.now() - startedAt < ms) {
      const posted = await postToken(url, apiKey)
      const inTime = performance.now() - startedAt < ms
      if (posted.status === status && inTime) responses++
      // A permit may become free.
      if (posted.status !== status && posted.status !== 201)
        throw new Error(`${url} answered ${posted.status} in place of ${status}`)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
  return (1_000 * responses) / ms
}
