import intlFaceid from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/faceid/index.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { spec } from '../src/generated/spec.ts'
import { developmentCredential, type Outcome } from '../src/index.ts'
import { isObject } from '../src/json.ts'
import { type RunningEmulator, startEmulator } from '../src/node.ts'
import { parseDescription } from '../src/spec/api-description.ts'
import type { Operation } from '../src/spec/operation.ts'
import { mainType } from '../src/spec/schema.ts'
import type { Client, Parameters } from './conformance/client.ts'
import { commonSdk, handSigned, intlSdk } from './conformance/clients.ts'

/** Every parameter of the operation, with a value that is not its default. */
const everyParameter: Parameters = {
  CheckMode: 2,
  SecurityLevel: 2,
  IdCardType: 'ML',
  CompareImage: '/9j/4AAQ',
  NeedVerifyIdCard: true,
  DisableChangeOcrResult: true,
  DisableCheckOcrWarnings: true,
  SelectedWarningCodes: [-9101, -9901],
  Extra: 'ann, 王小明',
  SdkVersion: 'PLUS',
  ActionList: 'nod,shake',
  AllowExpiredDocument: false,
  SkipResultPage: true,
  CardOcrDisplayFields: ['FullName', 'Sex'],
  RetryLimit: 1,
  EnableForgeryDetectionImages: true,
  MetaData: 'encrypted-on-the-device',
  SkipLaunchPage: true,
  SkipOcrConfirmPage: true,
  HideProgressBar: true,
  AllowUploadPhoto: false,
}

/** The same as the emulator records it. */
const asRecorded = { CompareImage: '[secret, 8 characters]', MetaData: '[secret, 23 characters]' }

/** What the request model of the international SDK leaves out. A newer SDK that knows one of them fails the test. */
const unknownToIntlModel = [
  'SkipResultPage',
  'CardOcrDisplayFields',
  'RetryLimit',
  'EnableForgeryDetectionImages',
  'MetaData',
  'SkipLaunchPage',
  'SkipOcrConfirmPage',
  'HideProgressBar',
  'AllowUploadPhoto',
]

const sdks = [commonSdk, intlSdk]

let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator({ requestsPerSecond: 'unlimited' })
})

afterAll(() => emulator.close())

function call(client: Client, action: string, parameters: Parameters, { url } = emulator): Promise<unknown> {
  const where = { url, credential: developmentCredential, region: 'ap-singapore' }
  return client.call(parameters, { ...where, action, version: '2018-03-01', method: 'POST' })
}

async function issue(client: Client, parameters: Parameters = {}, server = emulator): Promise<string> {
  return String(Object(await call(client, 'ApplySdkVerificationToken', parameters, server)).SdkToken)
}

describe('what the official SDKs send', () => {
  it('is tested with every parameter that there is', () => {
    expect(Object.keys(everyParameter).sort()).toEqual(
      [...operation('ApplySdkVerificationToken').parameters.keys()].sort(),
    )
  })

  it.each(sdks)('$name sends every parameter of a plain object', async (sdk) => {
    await issue(sdk, everyParameter)
    expect(emulator.received().at(-1)).toMatchObject({ outcome: 'ok', extra: everyParameter.Extra })
    expect(emulator.received().at(-1)?.parameters).toEqual({ ...everyParameter, ...asRecorded })
  })

  it('of the international SDK loses nine parameters by its own request model', async () => {
    const model = new intlFaceid.v20180301.Models.ApplySdkVerificationTokenRequest()
    model.deserialize(everyParameter)
    await issue(intlSdk, { ...model })
    const sent = emulator.received().at(-1)?.parameters ?? {}
    expect(Object.keys(everyParameter).filter((name) => !(name in sent))).toEqual(unknownToIntlModel)
    expect({ ...everyParameter, ...asRecorded }).toMatchObject(sent)
  })
})

describe('what the official SDKs read', () => {
  it('of a token is all of it with the common SDK, and ServerParamInfo is lost with the international one', async () => {
    const fieldsOf = async (sdk: Client) => Object.keys(Object(await call(sdk, 'ApplySdkVerificationToken', {}))).sort()
    expect(await fieldsOf(commonSdk)).toEqual(['RequestId', 'SdkToken', 'ServerParamInfo'])
    expect(await fieldsOf(intlSdk)).toEqual(['RequestId', 'SdkToken'])
  })

  const read: Outcome[] = [
    'passed',
    '1005',
    '2016',
    'edited-ocr',
    'warned-card',
    'empty-lists',
    'no-extra',
    'unfinished',
  ]

  describe.each(sdks)('$name', (sdk) => {
    it.each(read)('the result of a verification: %s', async (outcome) => {
      const SdkToken = await issue(sdk, { Extra: 'ann' })
      emulator.verifications.choose({ outcome, token: SdkToken })
      const result = await call(sdk, 'GetSdkVerificationResult', { SdkToken })
      const sent = await call(handSigned, 'GetSdkVerificationResult', { SdkToken })
      expect(comparable(result)).toEqual(comparable(sent))
    })

    it.each<[Outcome, string]>([
      ['expired', 'InvalidParameterValue.BizTokenExpired'],
      ['unfinished-error', 'InternalError.UnKnown'],
    ])('the error of a verification: %s', async (outcome, code) => {
      const SdkToken = await issue(sdk)
      emulator.verifications.choose({ outcome, token: SdkToken })
      await expect(call(sdk, 'GetSdkVerificationResult', { SdkToken })).rejects.toMatchObject({ code })
    })
  })
})

describe('every field of a result', () => {
  const { response, resolve } = operation('GetSdkVerificationResult')
  const everyField = sampleOf(response, resolve, [])
  const lost = async (sdk: Client): Promise<string[]> => {
    const server = await startEmulator({ answers: { GetSdkVerificationResult: Object(everyField) } })
    try {
      const result = await call(sdk, 'GetSdkVerificationResult', { SdkToken: await issue(sdk, {}, server) }, server)
      const read = new Map(leavesOf(result))
      return leavesOf(everyField)
        .filter(([path, value]) => !path.endsWith('RequestId') && read.get(path) !== value)
        .map(([path]) => path)
    } finally {
      await server.close()
    }
  }

  it('reaches users of the common SDK as it was sent', async () => {
    expect(await lost(commonSdk)).toEqual([])
  })

  it('reaches users of the international SDK, but for two', async () => {
    const card = 'CardVerifyResults.0.NormalCardInfo.MainlandIDCard'
    expect(await lost(intlSdk)).toEqual([`${card}.Authority`, `${card}.ValidDate`])
  })
})

/** A value for every field, each text another. */
function sampleOf(node: unknown, resolve: Operation['resolve'], path: readonly string[]): unknown {
  const schema = resolve(node)
  if (Array.isArray(schema.anyOf)) return sampleOf(schema.anyOf[0], resolve, path)
  const type = mainType(schema)
  if (isObject(schema.properties)) {
    const entries = Object.entries(schema.properties)
    return Object.fromEntries(entries.map(([name, property]) => [name, sampleOf(property, resolve, [...path, name])]))
  }
  if (type === 'array') return [sampleOf(schema.items, resolve, [...path, '0'])]
  if (type === 'object') return {}
  if (type === 'boolean') return true
  return type === 'string' ? path.join(' ') : path.length
}

function leavesOf(value: unknown, path: readonly string[] = []): [path: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path.join('.'), value]]
  return Object.entries(value).flatMap(([name, field]) => leavesOf(field, [...path, name]))
}

/** Without what differs each time, and without nulls: the international SDK has one for every field that did not come. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name, field]) => name !== 'RequestId' && field !== null)
  return Object.fromEntries(kept.map(([name, field]) => [name, comparable(field)]))
}

function operation(action: string): Operation {
  const found = parseDescription(spec).operations.get(action)
  if (!found) throw new Error(`There is no ${action}`)
  return found
}
