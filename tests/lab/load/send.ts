import { Agent, request } from 'node:http'
import { apiKeyOf, type ScheduledRequest } from './schedule.ts'

/** What became of one request. */
export interface Attempt {
  readonly request: ScheduledRequest
  /** Milliseconds from sending to the end of the response. */
  readonly tookMs: number
  /** 0 where there was no response: the connection could not be made, or broke. */
  readonly status: number
  readonly token: string | undefined
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

function send(url: string, agent: Agent, scheduled: ScheduledRequest): Promise<Attempt> {
  const startedAt = performance.now()
  const headers = {
    Authorization: `Bearer ${apiKeyOf(scheduled.caller)}`,
    'Content-Type': 'application/json',
    ...(scheduled.key === undefined ? {} : { 'Idempotency-Key': `"${scheduled.key}"` }),
  }
  return new Promise((resolve) => {
    const settle = (status = 0, token?: string) =>
      resolve({ request: scheduled, tookMs: performance.now() - startedAt, status, token })
    const sent = request(`${url}/v1/tokens`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => settle())
      response.on('end', () => settle(response.statusCode, tokenIn(response.statusCode, Buffer.concat(chunks))))
    })
    sent.on('error', () => settle())
    sent.end('{}')
  })
}

function tokenIn(status: number | undefined, body: Buffer): string | undefined {
  return status === 201 ? String(Object(JSON.parse(body.toString())).sdkToken) : undefined
}
