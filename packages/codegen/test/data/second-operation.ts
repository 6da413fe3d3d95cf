/** What somebody writes who wants one operation more; nothing else is written by hand. */
export const path = `
  /#X-TC-Action=DescribeReplays:
    post:
      operationId: DescribeReplays
      tags: [Identity Verification SDK]
      summary: Describe the replays of a verification.
      description: Ask for it within three days.
      externalDocs:
        url: https://example.com/DescribeReplays
      parameters:
        - name: X-TC-Action
          in: header
          required: true
          schema:
            const: DescribeReplays
        - $ref: "#/components/parameters/X-TC-Version"
        - $ref: "#/components/parameters/X-TC-Region"
        - $ref: "#/components/parameters/X-TC-Timestamp"
      requestBody:
        required: true
        content:
          application/json:
            schema:
              $ref: "#/components/schemas/DescribeReplaysRequest"
      responses:
        "200":
          description: The result, or an error.
          content:
            application/json:
              schema:
                type: object
                required: [Response]
                properties:
                  Response:
                    oneOf:
                      - $ref: "#/components/schemas/DescribeReplaysResponse"
                      - $ref: "#/components/schemas/ErrorResponse"
`
export const schemas = `
    DescribeReplaysRequest:
      type: object
      additionalProperties: false
      required: [SdkToken]
      properties:
        SdkToken:
          type: string
          x-secret: true
          minLength: 1
          description: The token of the verification. It was issued before.
        Rounds:
          type: integer
          minimum: 1
          description: How many rounds are returned.
          default: 1
        Filters:
          type: array
          maxItems: 2
          description: Which rounds are returned.
          items:
            $ref: "#/components/schemas/Filter"
        Photos:
          type: array
          x-secret: true
          description: Photos to compare with.
          items:
            type: string
        Maker:
          type: string
          deprecated: true
          description: Who made the device, e.g. its brand. Ignored.
    Filter:
      type: object
      additionalProperties: false
      properties:
        Name:
          type: string
          pattern: ^[a-z]+$
          x-should-be: a word in lower case
        Value:
          type: [string, "null"]
      allOf:
        - description: a value needs a name
          if:
            required: [Value]
          then:
            required: [Name]
    DescribeReplaysResponse:
      type: object
      required: [Result, Charges, Scores, Device, Reason, Level, RequestId]
      properties:
        Result:
          type: string
          description: The result code.
        Charges:
          type: integer
          description: How often the verification was charged.
          examples: [2]
        Scores:
          type: array
          description: The score of each round.
          items:
            type: integer
        Device:
          type: object
          description: The device that was used.
          properties:
            Model:
              type: string
              examples: [Pixel]
        Reason:
          description: What went wrong.
          type: [string, "null"]
        Level:
          anyOf:
            - enum: [1, 2]
            - type: "null"
        RequestId:
          $ref: "#/components/schemas/RequestId"
`

/** A program that calls it, against an emulator that knows it as well. */
export const caller = `
import assert from 'node:assert/strict'
import { createEmulator, developmentCredential } from './packages/emulator/src/index.ts'
import { createFaceidClient, InvalidResponseError, ServiceError, type DescribeReplaysResponse, type Filter } from './packages/faceid/src/index.ts'
import { validateParameters } from './packages/faceid/src/validate.ts'

const emulator = createEmulator()
emulator.faults.add({ fault: { kind: 'error', code: 'RequestLimitExceeded' } })
const attempts: string[] = []
const faceid = createFaceidClient({
  credentials: developmentCredential,
  region: 'ap-singapore',
  fetch: emulator.fetch,
  validate: validateParameters,
  onAttempt: ({ outcome }) => attempts.push(outcome),
})

const answer: DescribeReplaysResponse = await faceid.DescribeReplays({ SdkToken: 'a', Rounds: 3 })
const charges: number = answer.Charges
assert.equal(typeof answer.Result, 'string')
assert.equal(charges, 2)
const scores: number[] = answer.Scores
assert.deepEqual(scores, [])
assert.deepEqual(answer.Device, { Model: 'Pixel' })
const level: number | null = answer.Level
assert.equal(level, 1)
assert.deepEqual(attempts, ['refused', 'ok'])
assert.equal(emulator.received().at(-1)?.action, 'DescribeReplays')
assert.ok((await faceid.ApplySdkVerificationToken()).SdkToken)

const wrong: object = { Round: 3, Rounds: 0 }
const { issues } = await faceid.DescribeReplays(wrong as { SdkToken: string }).catch((error) => error)
assert.deepEqual(issues.map(({ message }: Error) => message).sort(), [
  'Round is unknown. Known: SdkToken, Rounds, Filters, Photos, Maker',
  'Rounds should be >= 1',
  'SdkToken is missing',
])
const messages = (Filters: unknown) =>
  validateParameters('DescribeReplays', { SdkToken: 'a', Filters }).map(({ message }) => message)
const named: Filter = { Name: 'a', Value: null }
assert.deepEqual(messages([named]), [])
assert.deepEqual(messages([{ Value: 'x' }, { Name: 'A' }]), [
  'Filters.0.Name is missing: a value needs a name',
  'Filters.1.Name should be a word in lower case',
])
assert.deepEqual(messages([{ Nam: 'a' }, {}, {}]), [
  'Filters should have at most 2 items',
  'Filters.0.Nam is unknown. Known: Name, Value',
])
assert.deepEqual(messages([{ Name: 'a', Value: 1 }]), ['Filters.0.Value should be of type string or null'])

const echoing = createFaceidClient({
  credentials: developmentCredential,
  region: 'ap-singapore',
  fetch: async (_, { body }) => new Response(\`What were \${JSON.parse(String(body)).Photos.join(' and ')}?\`),
})
const Photos = ['/9j/4AAQSkZJRgABAQ', '/9j/5BBQSkZJRgABAQ']
const echo = await echoing.DescribeReplays({ SdkToken: 'a', Photos }).catch((error) => error)
assert.equal(echo.bodyExcerpt, 'What were [redacted] and [redacted]?')
const unvalidated = createFaceidClient({ credentials: developmentCredential, region: 'ap-singapore', fetch: emulator.fetch })
const refusal = await unvalidated.DescribeReplays(wrong as { SdkToken: string }).catch((error) => error)
assert.ok(refusal instanceof ServiceError && refusal.code === 'UnknownParameter', String(refusal))

const nothing = createEmulator({ answers: { DescribeReplays: { Reason: null, Level: null } } })
const untold = createFaceidClient({ credentials: developmentCredential, region: 'ap-singapore', fetch: nothing.fetch })
assert.equal((await untold.DescribeReplays({ SdkToken: 'a' })).Reason, null)
for (const misfit of [{ Device: null }, { Device: [] }, { Scores: {} }, { Reason: 1 }, { Level: undefined }]) {
  const { fetch } = createEmulator({ answers: { DescribeReplays: misfit } })
  const misled = createFaceidClient({ credentials: developmentCredential, region: 'ap-singapore', fetch, maxRetries: 0 })
  const error = await misled.DescribeReplays({ SdkToken: 'a' }).catch((error) => error)
  assert.ok(error instanceof InvalidResponseError, JSON.stringify(misfit) + ' passed')
}
console.log('called')
`

/** Each line of the function misspells something. */
export const misspelt = `
import type { FaceidClient } from './packages/faceid/src/index.ts'

export async function call(faceid: FaceidClient): Promise<void> {
  await faceid.DescribeReplays({ SdkToken: 'a', Round: 3 })
  await faceid.DescribeReplays({ Rounds: 3 })
  await faceid.DescribeReplays()
  await faceid.DescribeReplayss({ SdkToken: 'a' })
  ;(await faceid.DescribeReplays({ SdkToken: 'a' })).Charge
}
`
