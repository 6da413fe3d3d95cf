import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import type { AttemptEvent } from '../src/index.ts'
import { answering, answerOf, clientOf, failure } from './support/client.ts'

const credentials = { secretId: 'AKIDvisible', secretKey: 'verySecretKEY', token: 'sessionTokenSECRET' }
const parameters = { CheckMode: 2, CompareImage: 'cGhvdG8gb2YgYSBmYWNl' } as const
const secret = /verySecretKEY|sessionTokenSECRET|cGhvdG8|issuedTokenSECRET|Signature=[0-9a-f]/

function everythingVisible(value: unknown): string {
  return inspect(value, { showHidden: true, depth: 20, getters: true }) + JSON.stringify(value) + String(value)
}

/** What a gateway answers that shows what it was sent. */
function echo(_: string, init: RequestInit): Response {
  return Response.json({ headers: Object.fromEntries(new Headers(init.headers)), body: init.body }, { status: 502 })
}

const answers: [name: string, fetch: (url: string, init: RequestInit) => Promise<Response>][] = [
  ['a good answer', async () => answerOf({ SdkToken: 'issuedTokenSECRET' })],
  ['half an answer', async () => new Response('{"Response": {"SdkToken": "issuedTokenSECRET", "Requ')],
  ['an answer without RequestId', async () => Response.json({ Response: { SdkToken: 'issuedTokenSECRET' } })],
  ['an echo', async (url, init) => echo(url, init)],
  ['an echo as text', async (url, init) => new Response(inspect(await echo(url, init).json()))],
  [
    'an error that repeats the parameter',
    async (_, { body }) => answerOf({ Error: { Code: 'InvalidParameterValue', Message: `Wrong: ${body}` } }),
  ],
  ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
]

it.each(answers)('%s leads to no secret in errors, hooks or the console', async (_, fetch) => {
  const consoles = (['debug', 'error', 'info', 'log', 'trace', 'warn'] as const).map((name) => vi.spyOn(console, name))
  const events: AttemptEvent[] = []
  const onAttempt = (event: AttemptEvent) => events.push(event)
  const { client, apply } = clientOf({
    credentials,
    fetch,
    onAttempt,
    maxRetries: 0,
  })
  const error: unknown = await apply(parameters).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(events).toHaveLength(1)
  expect(everythingVisible({ events, error })).not.toMatch(secret)
  expect(everythingVisible(client)).not.toMatch(secret)
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled()
})

it('what is black still tells where it stood', async () => {
  const { apply } = answering(() => Response.json({ ok: true, SdkToken: 'issuedTokenSECRET', hint: 'kept' }))
  const error = await failure(apply())
  expect(error).toHaveProperty('bodyExcerpt', '{"ok":true,"SdkToken":"[redacted]","hint":"kept"}')
})

describe('whatever a gateway makes of what it was sent', () => {
  const sent = {
    photo: '/9j/4AAQSkZJRg+ABAQ/AAAQ9xk2/yBkZ==',
    token: 'IQoJb3JpZ2luX2Vj+EH4aDmV1LWNl/Q2Zx7==',
  }
  const temporary = { ...credentials, token: sent.token }
  const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  const numeric = (text: string) => text.replace(/[^\w ]/g, (char) => `&#x${char.charCodeAt(0).toString(16)};`)
  const page = (text: string) => new Response(`<pre>${text}</pre>`, { status: 502 })
  const refusal = (Message: string) => answerOf({ Error: { Code: 'InvalidParameterValue', Message } })

  type Echo = (headers: [name: string, value: string][], body: string) => Response
  const echoes: [name: string, echo: Echo][] = [
    ['HTML', (headers, body) => page(html(JSON.stringify({ headers, body })))],
    ['HTML with numeric entities', (headers, body) => page(numeric(JSON.stringify({ headers, body })))],
    [
      'a table',
      (headers) => page(headers.map(([name, value]) => `<tr><td>${name}</td><td>${value}</td></tr>`).join('')),
    ],
    ['lists', (headers) => Response.json(Object.fromEntries(headers.map(([name, value]) => [name, [value]])))],
    ['pairs', (headers) => Response.json({ rawHeaders: headers.flat() })],
    ['names and values', (headers) => Response.json(headers.map(([name, value]) => ({ name, value })))],
    [
      'CGI variables',
      (headers) => page(headers.map(([name, value]) => `HTTP_${name.replaceAll('-', '_')} ${value}`).join()),
    ],
    ['a URL', (headers, body) => page(encodeURIComponent(JSON.stringify({ headers, body })))],
    ['a form', (headers, body) => page(new URLSearchParams([...headers, ['body', body]]).toString())],
    ['JSON in JSON', (headers, body) => Response.json(JSON.stringify({ headers, body }))],
    ['JSON of PHP', (headers, body) => page(JSON.stringify({ headers, body }).replaceAll('/', '\\/'))],
    ['JSON in ASCII', (_, body) => page(body.replaceAll('/', '\\u002f').replaceAll('+', '\\u002B'))],
    ['its value in a sentence', () => refusal(`The value "${sent.photo}" of CompareImage is not valid`)],
    ['its value in backticks', () => refusal(`CompareImage \`${sent.photo}\` is not valid`)],
    ['its beginning in a sentence', () => refusal(`The value ${sent.photo.slice(0, 16)}... is not valid`)],
    ['something else for 490 characters', () => page(`${'x'.repeat(480)} ${sent.photo}`)],
  ]

  const echoed = async (echo: Echo) => {
    const fetch = async (_: string, { headers, body }: RequestInit) => echo([...new Headers(headers)], String(body))
    const { apply } = clientOf({ credentials: temporary, fetch, maxRetries: 0 })
    return everythingVisible(await failure(apply({ CheckMode: 2, CompareImage: sent.photo, Extra: 'order 7' })))
  }
  const parts = Object.values(sent).flatMap((value) => value.match(/\w{4,}/g) ?? [])

  it.each(echoes)('%s shows no secret', async (_, echo) => {
    const visible = await echoed(echo)
    expect(visible).toContain('[redacted]')
    expect(parts.filter((part) => visible.includes(part))).toEqual([])
    expect(visible).not.toMatch(/[0-9a-f]{64}/)
  })

  it('even where it was cut in the middle of one', async () => {
    for (let length = 16; length <= sent.photo.length; length++) {
      const visible = await echoed(() => new Response(`You sent: ${sent.photo.slice(0, length)}`))
      expect(visible).toContain("bodyExcerpt: 'You sent: [redacted]'")
    }
  })

  it.each([
    ['{"SdkToken":\t"issuedTokenSECRET"}', '{"SdkToken":\t"[redacted]"}'],
    ['{"SdkToken":\n  "issued\\/TokenSECRET"}', '{"SdkToken":\n  "[redacted]"}'],
    ['{\\"SdkToken\\":\\n\\t\\"issuedTokenSECRET\\"}', '{\\"SdkToken\\":\\n\\t\\"[redacted]\\"}'],
    ['<SdkToken>issuedTokenSECRET</SdkToken>', '<SdkToken>[redacted]</SdkToken>'],
    ['&lt;SdkToken&gt;issuedTokenSECRET&lt;/SdkToken&gt;', '&lt;SdkToken&gt;[redacted]'],
    ['{&quot;SdkToken&quot;:&quot;issuedTokenSECRET&quot;}', '{&quot;SdkToken&quot;:&quot;[redacted]'],
    ['%7B%22SdkToken%22%3A%22issuedTokenSECRET%22%7D', '%7B%22SdkToken%22%3A%22[redacted]'],
    ['SdkToken `issuedTokenSECRET` has ended', 'SdkToken `[redacted]` has ended'],
    ['{"SdkToken":["issuedTokenSECRET","issuedTokenSECRET"],"a":1}', '{"SdkToken":[redacted]'],
    ['{"SdkToken": {"a":"issuedTokenSECRET","b":["issuedTokenSECRET"]}}', '{"SdkToken": [redacted]'],
    ['{&quot;SdkToken&quot;:[&quot;issuedTokenSECRET&quot;]}', '{&quot;SdkToken&quot;:[redacted]'],
    ['%7B%22SdkToken%22%3A%5B%22issuedTokenSECRET%22%5D', '%7B%22SdkToken%22%3A[redacted]'],
  ])('nor does an answer it makes into %j', async (text, shown) => {
    const { apply } = answering(() => new Response(text))
    expect(await failure(apply())).toHaveProperty('bodyExcerpt', shown)
  })

  it.each([
    'The parameter `CompareImage` is not valid: see "CheckMode"',
    'Invalid SdkToken, please try again',
    'One of "SdkToken", "CompareImage" is missing in this test',
  ])('and what is no secret stays: %s', async (message) => {
    const { apply } = answering(() => refusal(message))
    // As short as that, it is not looked for.
    const error = await failure(apply({ CheckMode: 2, CompareImage: 'test' }))
    expect(error.message).toContain(message)
  })
})
