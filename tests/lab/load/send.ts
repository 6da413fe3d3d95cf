import { Agent, type IncomingMessage, request } from 'node:http'
import { apiKeyOf, type ScheduledRequest } from './schedule.ts'

/** What became of one request. */
export interface Attempt {
  readonly request: ScheduledRequest
  /** Milliseconds from sending to the end of the response. */
  readonly tookMs: number
  /** 0 where there was no response: the connection could not be made, or broke. */
  readonly status: number
  readonly token: string | undefined
  /** Of a refusal: what it says of coming back. */
  readonly retryAfterS: number | undefined
  readonly promised: boolean
}

/**
 * Sends each request at its time, whatever became of those before: an open loop. Settles when all have their responses.
 * `from`: the beginning of the run on `performance.now()`.
 */
export async function sendRequests(
  url: string,
  requests: readonly ScheduledRequest[],
  from: number,
): Promise<Attempt[]> {
  const agent = new Agent({ keepAlive: true })
  const sendings = requests.flatMap((request) => {
    const times = request.again === undefined ? [request.at] : [request.at, request.again]
    return times.map(async (at) => {
      await new Promise((resolve) => setTimeout(resolve, from + at - performance.now()))
      return send(url, agent, request)
    })
  })
  const attempts = await Promise.all(sendings)
  agent.destroy()
  return attempts
}

export function send(url: string, agent: Agent, scheduled: ScheduledRequest): Promise<Attempt> {
  const startedAt = performance.now()
  const headers = {
    Authorization: `Bearer ${apiKeyOf(scheduled.caller)}`,
    'Content-Type': 'application/json',
    ...(scheduled.key === undefined ? {} : { 'Idempotency-Key': `"${scheduled.key}"` }),
  }
  return new Promise((resolve) => {
    const settle = (response?: IncomingMessage, text = '{}') => {
      const status = response?.statusCode ?? 0
      const { sdkToken, promised = false } = Object(
        /json/.test(response?.headers['content-type'] ?? '') ? JSON.parse(text) : {},
      )
      const retryAfter = response?.headers['retry-after']
      resolve({
        request: scheduled,
        tookMs: performance.now() - startedAt,
        status,
        token: status === 201 ? String(sdkToken) : undefined,
        retryAfterS: retryAfter === undefined ? undefined : Number(retryAfter),
        promised,
      })
    }
    const sent = request(`${url}/v1/tokens`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('error', () => settle())
      response.on('end', () => settle(response, text))
    })
    sent.on('error', () => settle())
    sent.end('{}')
  })
}
