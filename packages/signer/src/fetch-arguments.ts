import { isTagged } from './checks.ts'
import type { FetchInit, FetchInput, SignRequest } from './types.ts'

/** What is read of a `Request`, whoever made it. */
interface RequestLike {
  readonly url: string
  arrayBuffer(): Promise<ArrayBuffer>
}

function isRequest(input: FetchInput): input is FetchInput & RequestLike {
  return isTagged(input, 'Request')
}

/** `redirect` is not among them: its default in a `Request` is `follow`, so it doesn't say that somebody wants that. */
const TAKEN_FROM_REQUEST = [
  'method',
  'headers',
  'signal',
  'cache',
  'cf',
  'credentials',
  'integrity',
  'keepalive',
  'mode',
  'referrer',
  'referrerPolicy',
]

/** The arguments of `fetch` as one object. As with `fetch`, what `init` says takes precedence over a `Request`. */
export async function fetchArguments(
  input: FetchInput,
  init: FetchInit,
): Promise<FetchInit & Pick<SignRequest, 'url'>> {
  if (!isRequest(input)) return { ...init, url: input as SignRequest['url'] }
  const merged: Record<string, unknown> = { ...init }
  for (const name of TAKEN_FROM_REQUEST) {
    const value: unknown = Reflect.get(input, name)
    // What is undefined is not implemented in this runtime, which would refuse it. A null in `init` takes a signal away.
    if (value !== undefined && merged[name] === undefined) merged[name] = value
  }
  if (merged.body === undefined || merged.body === null) {
    // Taken and not cloned: as with fetch, the request is used up, and one that was used before is refused by the runtime.
    const body = await input.arrayBuffer()
    if (body.byteLength > 0) merged.body = body
  }
  return { ...merged, url: input.url }
}
