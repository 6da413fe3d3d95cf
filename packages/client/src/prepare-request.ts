import { bufferedText } from './buffered-request.ts'
import type { Call } from './call.ts'
import { isAsciiLine, reservedHeader } from './options.ts'

/** What is signed and sent by each attempt. */
export interface PreparedRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer>
  /** Any of them ends the call. */
  readonly signals: readonly AbortSignal[]
}

/** Takes from a request what middleware may decide, and adds what the client sets. Throws a `TypeError` for the rest. */
export async function prepareRequest(request: Request, call: Call): Promise<PreparedRequest> {
  const { action, version, operation, settings } = call
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'POST') refuse(call, `the method "${request.method}"`)
  if (pathname !== '/' || search !== '') refuse(call, 'a path or a query')

  const headers: Record<string, string> = {
    // Also where a request of a middleware's own has another type: runtimes write text/plain by themselves.
    'content-type': 'application/json',
    'x-tc-action': action,
    'x-tc-version': version,
  }
  request.headers.forEach((value, name) => {
    if (name === 'content-type') return
    if (reservedHeader.test(name) && name !== 'x-tc-region' && name !== 'x-tc-language')
      refuse(call, `the header ${name}`)
    if (!isAsciiLine(value)) {
      throw new TypeError(`${action}: middleware must not set the header ${name} to anything beyond ASCII`)
    }
    headers[name] = value
  })
  if (operation.region === 'none') delete headers['x-tc-region']
  if (operation.region === 'required' && !headers['x-tc-region']) {
    throw new TypeError(
      `${action}: region should be a region such as "ap-singapore"; give it to the client or to the call`,
    )
  }
  return { url: `${origin}/`, headers, ...(await bodyAndSignals(request, call, settings.signals)) }
}

async function bodyAndSignals(
  request: Request,
  { body }: Call,
  signals: readonly AbortSignal[],
): Promise<Pick<PreparedRequest, 'body' | 'signals'>> {
  const text = bufferedText(request)
  if (text !== undefined) return { body: text, signals }
  // A request of a middleware's own. A copy of ours has no body, so it keeps that of the call: no call has an empty one.
  const bytes = new Uint8Array(await request.arrayBuffer())
  return { body: bytes.byteLength > 0 ? bytes : body, signals: [...signals, request.signal] }
}

function refuse({ action }: Call, what: string): never {
  throw new TypeError(`${action}: middleware must not set ${what}: it is part of what the client signs or sends itself`)
}
