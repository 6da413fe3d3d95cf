import { type Generator, generator } from './generator.ts'
import { type BodyForm, CASES_PER_KIND, type CaseKind, caseKinds, type RandomCase } from './random-case.ts'
import { officialAuthorization, referenceAuthorization } from './reference.ts'

/** The requests that every runtime signs, with what both official SDKs and `node:crypto` make of them. */
export function randomCases(
  seed: number,
  kinds: readonly CaseKind[] = caseKinds,
  perKind = CASES_PER_KIND,
): RandomCase[] {
  const from = generator(seed)
  return kinds.flatMap((kind) => Array.from({ length: perKind }, () => makers[kind](from, kind)))
}

type Request = Omit<RandomCase, 'authorization'>

const makers: Readonly<Record<CaseKind, (from: Generator, kind: CaseKind) => RandomCase>> = {
  'JSON, by the official sign3': (from, kind) => official(from, kind, { as: 'string', text: jsonText(from) }),
  'bytes, by the official sign3': (from, kind) => official(from, kind, { as: bytes(from), text: from.text(200) }),
  'a query, by the official sign3': (from, kind) => official(from, kind),
  'the default headers': (from, kind) => reference({ ...basic(from, kind), ...anyBody(from) }),
  'extra signed headers': (from, kind) => reference(withExtraHeaders(from, { ...basic(from, kind), ...anyBody(from) })),
  'a host with a port': (from, kind) => {
    const request = { ...basic(from, kind), ...anyBody(from) }
    return reference({ ...request, url: request.url.replace('/?', `:${1024 + from.below(60_000)}/?`) })
  },
  'UNSIGNED-PAYLOAD': (from, kind) => reference({ ...basic(from, kind), ...anyBody(from), unsignedPayload: true }),
  'temporary credentials': (from, kind) => {
    const request = { ...basic(from, kind), ...anyBody(from) }
    const credentials = { ...request.credentials, token: `token-${from.name()}` }
    const signedHeaders = from.pick([{}, { signedHeaders: ['content-type', 'host', 'X-TC-Token'] }])
    return reference({ ...request, credentials, ...signedHeaders })
  },
}

function basic(from: Generator, kind: CaseKind): Request {
  const service = from.name()
  return {
    kind,
    credentials: { secretId: `AKID${from.name()}`, secretKey: `key-${from.name()}` },
    // Half of the requests leave it to the host.
    ...from.pick([{ service }, {}]),
    method: 'GET',
    url: `https://${service}.${from.pick(['tencentcloudapi.com', 'example.test'])}/?${query(from)}`,
    headers: {
      'Content-Type': from.pick([
        'application/json',
        'Application/JSON; charset=UTF-8',
        'multipart/form-data; boundary=aB',
      ]),
      ...from.pick([{}, { 'X-TC-Action': `Do${from.name()}` }]),
    },
    timestamp: from.below(2 ** 32),
  }
}

/** As typed by a person: neither encoded nor sorted. The runtime's URL parser has its part in the signature. */
function query(from: Generator): string {
  const part = () => from.text(8).replace(/[&=#\t\n\r%]/g, '')
  return Array.from({ length: from.below(5) }, () => `${from.name()}=${part()}`).join('&')
}

function anyBody(from: Generator): Pick<Request, 'method' | 'body'> {
  if (from.below(3) === 0) return { method: 'GET' }
  return { method: 'POST', body: { as: from.pick<BodyForm>(['string', bytes(from)]), text: from.text(200) } }
}

function bytes(from: Generator): BodyForm {
  return from.pick<BodyForm>(['bytes', 'ArrayBuffer', 'DataView', 'view with an offset'])
}

function jsonText(from: Generator): string {
  return JSON.stringify({ Extra: from.words(40), CheckMode: from.below(4), List: [from.words(8), from.words(8)] })
}

function withExtraHeaders(from: Generator, request: Request): Request {
  const extra = Object.fromEntries(Array.from({ length: 1 + from.below(4) }, () => [`X-${from.name()}`, from.field()]))
  const names = [...Object.keys(extra), 'Host', 'content-type']
  return { ...request, headers: { ...request.headers, ...extra }, signedHeaders: from.shuffled(names) }
}

/** The SDK signs `content-type` and `host`, as it sends them and without the port. */
function official(from: Generator, kind: CaseKind, body?: RandomCase['body']): RandomCase {
  const { headers: _, ...request } = basic(from, kind)
  const get = body === undefined
  const url = get ? request.url : request.url.replace(/\?.*/s, '')
  const type = get ? 'application/x-www-form-urlencoded' : 'application/json'
  const given: Request = {
    ...request,
    ...(body && { body }),
    method: get ? 'GET' : 'POST',
    url,
    headers: { 'Content-Type': type, 'X-TC-Action': 'Ignored' },
    signedHeaders: ['content-type', 'host'],
  }
  const authorization = referenceAuthorization(given)
  for (const sdk of ['common', 'intl'] as const) {
    if (officialAuthorization(given, sdk) !== authorization) throw new Error(`${sdk} signs otherwise: ${given.url}`)
  }
  return { ...given, authorization }
}

function reference(request: Request): RandomCase {
  return { ...request, authorization: referenceAuthorization(request) }
}
