import type { Caller } from '../auth/caller.ts'
import { Problem } from '../responses/problem.ts'
import { isObject, readJsonObject } from './read-json.ts'

/** Whose result of which token a caller wants to read. */
export interface ResultRequest {
  readonly sdkToken: string
  /** Empty if the request has none, so that a missing receipt is refused like a wrong one. */
  readonly receipt: string
  /** The app user that the token was issued to, named by a backend. Undefined: the caller itself. */
  readonly user: { readonly iss: string | undefined; readonly sub: string } | undefined
}

const MAX_BODY_BYTES = 4 * 1024

const FORM = 'a JSON object such as {"sdkToken": "...", "receipt": "r1..."}'

/** Reads the body of `POST /v1/results`. Throws a `Problem` that names what is wrong with it. */
export async function readResultRequest(request: Request, caller: Pick<Caller, 'kind'>): Promise<ResultRequest> {
  const expected = { form: FORM, fields: ['sdkToken', 'receipt', 'user'], maxBytes: MAX_BODY_BYTES }
  const { sdkToken, receipt = '', user } = await readJsonObject(request, expected)
  if (!isText(sdkToken) || sdkToken === '') throw new Problem('request-invalid', '"sdkToken" should be an SDK token.')
  if (!isText(receipt))
    throw new Problem('request-invalid', '"receipt" should be the receipt that was returned with the SDK token.')
  if (user === undefined) return { sdkToken, receipt, user }
  if (caller.kind === 'app-user') {
    throw new Problem('request-invalid', '"user" is for backends: an app user reads its own results only.')
  }
  return { sdkToken, receipt, user: userOf(user) }
}

function userOf(user: unknown): ResultRequest['user'] {
  const { iss, sub, ...others } = isObject(user) ? user : {}
  if (isText(sub) && (iss === undefined || isText(iss)) && Object.keys(others).length === 0) return { iss, sub }
  throw new Problem(
    'request-invalid',
    '"user" should be {"sub": "..."}, with "iss" if need be, as the user\'s JWT has them.',
  )
}

/** In UTF-8, which is what receipts are made over, all lone surrogates are the same. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && !/\p{Surrogate}/u.test(value)
}
