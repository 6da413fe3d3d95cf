import { developmentCredential, type Emulator } from '../../src/index.ts'
import { type Envelope, envelopeOf } from './envelope.ts'
import { signByHand } from './sign.ts'

const host = 'faceid.tencentcloudapi.com'

export interface CallOptions {
  url?: string
  credential?: { secretId: string; secretKey: string }
  /** UNIX seconds; default now. */
  timestamp?: number
  action?: string
  /** Of the credential scope. Default `faceid`. */
  service?: string
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** One well-signed call through anything shaped like `fetch`. A text or bytes are sent as they are. */
export function callWith(
  fetch: Emulator['fetch'],
  parameters: object | string,
  {
    url = `https://${host}`,
    credential = developmentCredential,
    timestamp,
    action,
    service,
    headers: own,
    signal,
  }: CallOptions = {},
): Promise<Response> {
  const asIs = typeof parameters === 'string' || parameters instanceof Uint8Array
  const body = asIs ? parameters : JSON.stringify(parameters)
  const headers = signByHand({
    ...credential,
    host: new URL(url).host,
    body,
    ...(timestamp !== undefined && { timestamp }),
    ...(service !== undefined && { service }),
    headers: { ...(action !== undefined && { 'x-tc-action': action }), ...own },
  })
  return fetch(`${url}/`, { method: 'POST', headers, body, ...(signal && { signal }) })
}

/** The same, and what stands in its answer. */
export async function answerTo(...call: Parameters<typeof callWith>): Promise<Envelope> {
  const response = await callWith(...call)
  return envelopeOf(await response.text())
}

export async function codeOf(...call: Parameters<typeof callWith>): Promise<string> {
  return (await answerTo(...call)).Error?.Code ?? 'ok'
}
