import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const document = parse(await readFile(new URL('faceid.yaml', import.meta.url), 'utf8'))
const { post } = document.paths['/#X-TC-Action=ApplySdkVerificationToken']
const request = post.requestBody.content['application/json']
const answer = post.responses['200'].content['application/json']

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ $id: 'spec', components: document.components })
const asSpec = (schema: object) => JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"spec#/'))
const validRequest = ajv.compile(asSpec(request.schema))
const validAnswer = ajv.compile(asSpec(answer.schema))

describe('the document’s example', () => {
  it('request is valid', () => {
    expect(request.examples.document.value).toStrictEqual({
      CheckMode: 1,
      SecurityLevel: 4,
      NeedVerifyIdCard: true,
      Extra: 'fewfewf',
      IdCardType: 'HK',
    })
    expect(validRequest(request.examples.document.value)).toBe(true)
  })

  it('response is valid', () => {
    expect(answer.examples.document.value.Response.SdkToken).toBe('A561B769-C347-4724-A69A-6C3B3483E107')
    expect(validAnswer(answer.examples.document.value)).toBe(true)
  })
})

describe('a result', () => {
  const { schemas, paths } = { ...document, ...document.components }
  const { content } = paths['/#X-TC-Action=GetSdkVerificationResult'].post.responses['200']
  const { schema, examples } = content['application/json']
  const valid = ajv.compile(asSpec(schema))
  const { Response } = examples.passed.value

  it('is valid as the example has it', () => {
    expect(valid({ Response }), JSON.stringify(valid.errors)).toBe(true)
  })

  it.each([
    ['without attempts', { ...Response, CardVerifyResults: [], CompareResults: [] }],
    ['with nothing but a code', { Result: '1001', RequestId: 'a' }],
    ['with a code that is not known', { ...Response, Result: '9999' }],
    ['with a field that is not known', { ...Response, New: 1 }],
  ])('may come %s', (_, other) => {
    expect(valid({ Response: other }), JSON.stringify(valid.errors)).toBe(true)
  })

  it('may not come without a code', () => {
    expect(valid({ Response: { ...Response, Result: undefined } })).toBe(false)
  })

  it('has each of the 13 documented codes', () => {
    expect(new Set(schemas.VerificationCode['x-known-values']).size).toBe(13)
  })

  it('marks every field of every card as a secret', () => {
    const cards = Object.values(schemas.NormalCardInfo.properties).map((field) => Object(field).anyOf[0].$ref)
    expect(cards).toHaveLength(18)
    for (const reference of [...cards, '#/components/schemas/Address']) {
      for (const [name, field] of Object.entries(schemas[reference.split('/').at(-1)].properties)) {
        const target = Object(field).$ref?.split('/').at(-1)
        const isSecret = target === undefined ? name === 'Address' : schemas[target]['x-secret']
        expect(isSecret, `${reference}: ${name}`).toBe(true)
      }
    }
  })
})

it('the example of an error is valid, and an answer is never both', () => {
  const { error, document: good } = answer.examples
  expect(validAnswer(error.value)).toBe(true)
  expect(validAnswer({ Response: { ...good.value.Response, ...error.value.Response } })).toBe(false)
})

describe('a request', () => {
  const { properties } = document.components.schemas.ApplySdkVerificationTokenRequest

  it('has the 21 fields of 2026, each with its source', () => {
    expect(Object.keys(properties)).toHaveLength(21)
    for (const [name, field] of Object.entries(properties)) {
      expect(Object(field)['x-source'], name).toMatch(/^(document|document-example|2026-08)$/)
    }
  })

  it('names one of the 21 documented cards', () => {
    const { enum: cards } = properties.IdCardType
    expect(new Set(cards).size).toBe(21)
    for (const IdCardType of cards) expect(validRequest({ IdCardType })).toBe(true)
    expect(validRequest({ IdCardType: '10..MacaoIDCard' })).toBe(false)
  })

  it.each([
    ['nothing', {}, true],
    ['CheckMode 2 with a photo', { CheckMode: 2, CompareImage: 'aGVsbG8=' }, true],
    ['CheckMode 2 without a photo', { CheckMode: 2 }, false],
    ['a photo with a data: prefix', { CheckMode: 2, CompareImage: 'data:image/png;base64,aGVsbG8=' }, false],
    ['a photo where none is needed', { CheckMode: 1, CompareImage: 'aGVsbG8=' }, true],
    ['CheckMode 4', { CheckMode: 4 }, false],
    ['CheckMode as text', { CheckMode: '1' }, false],
    ['one motion at the default level', { ActionList: 'blink' }, true],
    ['two motions at level 2', { ActionList: 'nod,shake', SecurityLevel: 2 }, true],
    ['a motion at level 1', { ActionList: 'blink', SecurityLevel: 1 }, false],
    ['a motion at level 3', { ActionList: 'blink', SecurityLevel: 3 }, false],
    ['the same motion twice', { ActionList: 'nod,nod' }, false],
    ['three motions', { ActionList: 'nod,shake,blink' }, false],
    ['a space between motions', { ActionList: 'nod, shake' }, false],
    ['an unknown motion', { ActionList: 'jump' }, false],
    ['1,024 characters of Extra', { Extra: '😀'.repeat(1024) }, true],
    ['1,025 characters of Extra', { Extra: 'x'.repeat(1025) }, false],
    ['a parameter that does not exist', { Checkmode: 1 }, false],
    ['warnings that stop the flow', { SelectedWarningCodes: [-9101, -9901] }, true],
    ['a warning that does not exist', { SelectedWarningCodes: [-9105] }, false],
    ['fields to display', { CardOcrDisplayFields: ['FullName', 'Birthday'] }, true],
    ['something else to display', { CardOcrDisplayFields: ['<b>'] }, false],
    ['five attempts', { RetryLimit: 5 }, true],
    ['six attempts', { RetryLimit: 6 }, false],
    ['what the device made', { MetaData: 'x'.repeat(8192) }, true],
    ['more than the device makes', { MetaData: 'x'.repeat(8193) }, false],
    ['pictures from the album', { AllowUploadPhoto: true, EnableForgeryDetectionImages: false }, true],
    ['pictures from the album against forgery', { AllowUploadPhoto: true, EnableForgeryDetectionImages: true }, false],
    ['another edition', { SdkVersion: 'BASIS' }, false],
  ])('with %s', (_, parameters, valid) => {
    expect(validRequest(parameters)).toBe(valid)
  })
})
