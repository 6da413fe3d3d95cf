import { expect } from 'vitest'
import type { RunningEndpoint } from './running-endpoint.ts'

/** The log line of a request. */
export async function lineOf(
  response: Response,
  { lines }: Pick<RunningEndpoint, 'lines'>,
): Promise<Readonly<Record<string, unknown>>> {
  const id = response.headers.get('X-Request-Id') ?? ''
  const find = () => lines.find((line) => line.includes(id))
  await expect.poll(find).toBeDefined()
  return JSON.parse(find() ?? '')
}
