import type { Caller } from '../auth/caller.ts'
import { Problem } from '../responses/problem.ts'
import type { Settings } from '../settings/settings.ts'
import { isObject, quoted, readJsonObject } from './read-json.ts'

/** The body of `POST /v1/tokens`. */
export interface TokenRequest {
  readonly preset: string
  /** Tencent's own parameters, not yet validated against the preset. */
  readonly parameters: Readonly<Record<string, unknown>>
}

/** Limit of an app user's body, in bytes: MetaData of 8,192 characters at most, and little else. Backends may send photos. */
const APP_USER_BYTES = 16 * 1024

/** Limit of a parameter's name, in characters. */
const MAX_NAME_LENGTH = 64

const FORM = 'a JSON object such as {"preset": "default", "parameters": {"IdCardType": "HK"}}'

/** Returns the limit of a caller's body, in bytes. */
export function maxTokenRequestBytes({ kind }: Pick<Caller, 'kind'>, { maxBodyBytes }: Pick<Settings, 'maxBodyBytes'>) {
  return kind === 'app-user' ? APP_USER_BYTES : maxBodyBytes
}

/** Reads the body of `POST /v1/tokens`. Throws a `Problem` that names what is wrong with it. */
export async function readTokenRequest(request: Request, maxBytes: number): Promise<TokenRequest> {
  const expected = { form: FORM, fields: ['preset', 'parameters'], maxBytes }
  const { preset = 'default', parameters = {} } = await readJsonObject(request, expected)
  if (typeof preset !== 'string') throw new Problem('request-invalid', '"preset" should be the name of a preset.')
  if (!isObject(parameters)) throw new Problem('request-invalid', '"parameters" should be an object.')
  const long = Object.keys(parameters).find((name) => name.length > MAX_NAME_LENGTH)
  if (long !== undefined) throw new Problem('request-invalid', `There is no parameter ${quoted(long)}.`)
  return { preset, parameters }
}
