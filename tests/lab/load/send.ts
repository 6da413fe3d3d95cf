import { Agent, type IncomingMessage, request } from 'node:http'
import { CALLERS } from './plan.ts'
import { apiKeyOf, type ScheduledRequest } from './schedule.ts'

/** One sending of a request and its response. */
export interface Attempt {
  readonly request: ScheduledRequest
  /** Milliseconds from sending to the end of the response. */
  readonly tookMs: number
  /** 0 where there was no response: the connection could not be made, or broke. */
  readonly status: number
  readonly served: boolean
  /** In the lane of tokens: what it got. */
  readonly token: string | undefined
  /** The Retry-After of a refusal. */
  readonly retryAfterS: number | undefined
  readonly promised: boolean
}

/** The bodies of reads by caller: each holds a token and its receipt. */
export type Proofs = readonly string[]

/** Issues a token to each caller. */
export async function proofsOfAll(url: string): Promise<Proofs> {
  const proofs: string[] = []
  for (let caller = 0; caller < CALLERS; caller++) {
    const headers = { Authorization: `Bearer ${apiKeyOf(caller)}`, 'Content-Type': 'application/json' }
    const response = await fetch(`${url}/v1/tokens`, { method: 'POST', headers, body: '{}' })
    const { sdkToken, receipt } = Object(await response.json())
    proofs.push(JSON.stringify({ sdkToken, receipt }))
  }
  return proofs
}

/**
 * Sends each request at its time, whatever became of those before: an open loop. Settles when all have their responses.
 * `from`: the beginning of the run on `performance.now()`.
 */
export async function sendRequests(
  url: string,
  requests: readonly ScheduledRequest[],
  from: number,
  proofs: Proofs,
): Promise<Attempt[]> {
  const agent = new Agent({ keepAlive: true })
  const sendings = requests.flatMap((request) => {
    const times = request.again === undefined ? [request.at] : [request.at, request.again]
    return times.map(async (at) => {
      await new Promise((resolve) => setTimeout(resolve, from + at - performance.now()))
      return send(url, agent, request, proofs[request.caller])
    })
  })
  const attempts = await Promise.all(sendings)
  agent.destroy()
  return attempts
}

/** `proof`: the body of a request that reads a result. */
export function send(url: string, agent: Agent, scheduled: ScheduledRequest, proof = '{}'): Promise<Attempt> {
  const { lane } = scheduled
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
        served: status === (lane === 'tokens' ? 201 : 200),
        token: status === 201 ? String(sdkToken) : undefined,
        retryAfterS: retryAfter === undefined ? undefined : Number(retryAfter),
        promised,
      })
    }
    const sent = request(`${url}/v1/${lane}`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('error', () => settle())
      response.on('end', () => settle(response, text))
    })
    sent.on('error', () => settle())
    sent.end(lane === 'tokens' ? '{}' : proof)
  })
}
