import { describe, expect, it } from 'vitest'
import { InvalidResponseError, ServiceError } from '../src/index.ts'
import { answering, answerOf, failure, good } from './support/client.ts'

const refusal = (error: unknown, init?: ResponseInit) => answerOf({ SdkToken: 't', Error: error }, init)
const photo = 'cGhvdG8gb2YgYSBmYWNl'
const parameters = { CheckMode: 2, CompareImage: photo }

describe('an odd response is no success', () => {
  it.each<[what: string, respond: () => Response]>([
    ['a good envelope with status 500', () => answerOf({ SdkToken: 't' }, { status: 500 })],
    ['a good envelope with status 201', () => answerOf({ SdkToken: 't' }, { status: 201 })],
    ['a good envelope with status 404', () => answerOf({ SdkToken: 't' }, { status: 404 })],
    ['a good envelope with a redirect', () => answerOf({ SdkToken: 't' }, { status: 303, headers: { Location: '/' } })],
    ['a refusal with a redirect', () => refusal({ Code: 'InvalidParameter' }, { status: 307 })],
    ['an Error that is a text', () => refusal('InvalidParameter')],
    ['an Error that is null', () => refusal(null)],
    ['an Error that is false', () => refusal(false)],
    ['an Error that is a list', () => refusal([{ Code: 'InvalidParameter' }])],
    ['a Code that is empty', () => refusal({ Code: '' })],
    ['a Code that is a sentence', () => refusal({ Code: 'It did not work' })],
    ['a Code that is a number', () => refusal({ Code: 7 })],
    ['a Code without end', () => refusal({ Code: 'A'.repeat(129) })],
    ['a Response that is a list', () => Response.json({ Response: [{ SdkToken: 't', RequestId: 'r' }] })],
    ['a Response that is a text', () => Response.json({ Response: 'ok' })],
    ['no RequestId', () => Response.json({ Response: { SdkToken: 't' } })],
    ['two envelopes', () => new Response('{"Response":{"SdkToken":"t","RequestId":"r"}}{}')],
  ])('%s', async (_, respond) => {
    const error = await failure(answering(respond).apply())
    expect(error).toBeInstanceOf(InvalidResponseError)
    expect(error).toMatchObject({ code: 'Client.InvalidResponse', outcome: 'unknown' })
  })
})

describe('what a service says is bounded and redacted', () => {
  it.each(['Client.Timeout', 'Client.NetworkError', 'client.aborted', 'Client'])(
    'it can’t say %s, which is ours to say',
    async (Code) => {
      const error = await failure(answering(() => refusal({ Code, Message: 'no' })).apply())
      expect(error).toMatchObject({ name: 'InvalidResponseError', code: 'Client.InvalidResponse' })
    },
  )

  it('a message has at most 500 characters, on one line', async () => {
    const Message = `first\r\nsecond\u0000 ${'x'.repeat(2_000_000)}`
    const { apply } = answering(() => refusal({ Code: 'FailedOperation', Message: Message.slice(0, 900_000) }))
    const error = await failure(apply())
    expect(error).toBeInstanceOf(ServiceError)
    expect(error.message).toMatch(/^ApplySdkVerificationToken: FailedOperation: first second x+$/)
    expect(error.message.length).toBeLessThan(600)
  })

  it('a code that repeats what was sent is none', async () => {
    const error = await failure(answering(() => refusal({ Code: photo })).apply(parameters))
    expect(error.code).toBe('Client.InvalidResponse')
    expect(JSON.stringify(error) + error.stack).not.toContain(photo)
  })

  it.each([
    ['of a refusal', { Error: { Code: 'FailedOperation', Message: '' } }],
    ['of half a response', {}],
  ])('a request id that repeats what was sent is redacted: %s', async (_, response) => {
    const events: unknown[] = []
    const respond = () => Response.json({ Response: { ...response, RequestId: photo } })
    const error = await failure(answering(respond, { onAttempt: (event) => events.push(event) }).apply(parameters))
    expect(error.requestId).toBe('[redacted]')
    expect(JSON.stringify([error, events]) + error.stack).not.toContain(photo)
  })

  it('a request id has at most 100 characters', async () => {
    const respond = () => Response.json({ Response: { Error: { Code: 'A' }, RequestId: 'x '.repeat(999) } })
    expect((await failure(answering(respond).apply())).requestId).toHaveLength(100)
  })
})

describe('a response is read to a limit', () => {
  const long = (bytes: number) => () => answerOf({ SdkToken: 't'.repeat(bytes) })

  it('of 1 MiB, unless the operation has another', async () => {
    const MiB = 1024 * 1024
    await expect(answering(long(MiB - 100)).apply()).resolves.toHaveProperty('SdkToken')
    expect((await failure(answering(long(MiB)).apply())).message).toContain('the body is too long')
    const operations = { ApplySdkVerificationToken: { maxResponseBytes: 3 * MiB } }
    await expect(answering(long(2 * MiB), { operations }).apply()).resolves.toHaveProperty('SdkToken')
    const small = { ApplySdkVerificationToken: { maxResponseBytes: 50 } }
    expect((await failure(answering(long(50), { operations: small }).apply())).message).toContain('too long')
    await expect(answering(good, { operations: small }).apply()).resolves.toHaveProperty('SdkToken')
  })
})
