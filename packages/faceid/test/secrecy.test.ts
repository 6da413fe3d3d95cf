import { inspect } from 'node:util'
import { expect, it, vi } from 'vitest'
import { type AttemptEvent, createFaceidClient } from '../src/index.ts'
import { validateParameters } from '../src/validate.ts'
import { answering, answerOf, failure, region } from './support/client.ts'

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
  const faceid = createFaceidClient({
    credentials,
    region,
    fetch,
    onAttempt,
    validate: validateParameters,
    maxRetries: 0,
  })
  const error: unknown = await faceid.ApplySdkVerificationToken(parameters).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(events).toHaveLength(1)
  expect(everythingVisible({ events, error })).not.toMatch(secret)
  expect(everythingVisible(faceid)).not.toMatch(secret)
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled()
})

it('parameters that are wrong are not repeated', async () => {
  const { faceid } = answering(() => answerOf({}), { validate: validateParameters })
  const error = await failure(faceid.ApplySdkVerificationToken({ CompareImage: 'data:image/png;base64,cGhvdG8' }))
  expect(everythingVisible(error)).not.toMatch(secret)
})

it('what is black still tells where it stood', async () => {
  const { faceid } = answering(() => Response.json({ ok: true, SdkToken: 'issuedTokenSECRET', hint: 'kept' }))
  const error = await failure(faceid.ApplySdkVerificationToken())
  expect(error).toHaveProperty('bodyStart', '{"ok":true,"SdkToken":"[redacted]","hint":"kept"}')
})
