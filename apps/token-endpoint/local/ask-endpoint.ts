import { StartFault } from './start-fault.ts'

/** Names the requests of this file, so that their lines in the log can be left out. */
export const OWN_REQUEST_ID = 'asked-by-the-start'

/** Throws a `StartFault` with everything that is wrong with the settings, as the endpoint says it itself. */
export async function checkHealth(endpoint: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(`${endpoint}/healthz`, { headers: { 'X-Request-Id': OWN_REQUEST_ID }, signal })
  const { detail }: Record<string, unknown> = { ...Object(await response.json()) }
  if (response.ok) return
  const faults = typeof detail === 'string' ? detail.split('\n') : [`GET /healthz answers ${response.status}.`]
  throw new StartFault('These settings can not be used:', ...faults.map((fault) => `  ${fault}`))
}

/**
 * Has the endpoint fetch the issuer's keys before anybody waits for them: the first app users would come late to a crowd.
 * It takes no token: that the body is none is seen after the JWT.
 */
export async function warmUp(endpoint: string, jwt: string, signal: AbortSignal): Promise<void> {
  const headers = { Authorization: `Bearer ${jwt}`, 'X-Request-Id': OWN_REQUEST_ID, 'Content-Type': 'text/plain' }
  const response = await fetch(`${endpoint}/v1/tokens`, { method: 'POST', headers, body: '', signal })
  await response.arrayBuffer()
}
