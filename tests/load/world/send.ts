import { Agent, request } from 'node:http'
import { apiKeyOf, type Order } from './orders.ts'

/** What became of one request. */
export interface Attempt {
  readonly order: number
  /** Milliseconds from sending to the end of the answer. */
  readonly tookMs: number
  /** 0 where there was no answer: the connection could not be made, or broke. */
  readonly status: number
  readonly token: string | undefined
}

interface Sending {
  readonly order: number
  readonly at: number
}

/**
 * Sends each order at its time, whatever became of those before: an open loop. Settles when all are answered. `from`: the
 * beginning of the run on `performance.now()`.
 */
export async function sendOrders(url: string, orders: readonly Order[], from: number): Promise<Attempt[]> {
  const agent = new Agent({ keepAlive: true })
  const sendings = orders.flatMap(({ at, again }, order): Sending[] =>
    again === undefined
      ? [{ order, at }]
      : [
          { order, at },
          { order, at: again },
        ],
  )
  const attempts = sendings
    .sort((a, b) => a.at - b.at)
    .map(async ({ order, at }) => {
      await until(from + at)
      return send(url, agent, order, orders[order])
    })
  const done = await Promise.all(attempts)
  agent.destroy()
  return done
}

function until(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())))
}

function send(url: string, agent: Agent, number: number, order: Order | undefined): Promise<Attempt> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    const settle = (status: number, token?: string) =>
      resolve({ order: number, tookMs: performance.now() - startedAt, status, token })
    const headers = {
      Authorization: `Bearer ${apiKeyOf(order?.caller ?? 0)}`,
      'Content-Type': 'application/json',
      ...(order?.key === undefined ? {} : { 'Idempotency-Key': `"${order.key}"` }),
    }
    const sent = request(`${url}/v1/tokens`, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', () => settle(0))
      response.on('end', () => settle(response.statusCode ?? 0, tokenIn(response.statusCode, Buffer.concat(chunks))))
    })
    sent.on('error', () => settle(0))
    sent.end('{}')
  })
}

function tokenIn(status: number | undefined, body: Buffer): string | undefined {
  return status === 201 ? String(Object(JSON.parse(body.toString())).sdkToken) : undefined
}
