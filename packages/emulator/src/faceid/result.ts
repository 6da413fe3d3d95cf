import { createHash, randomUUID } from 'node:crypto'
import type { JsonObject } from '../json.ts'
import { type FailureCode, failures, isFailure, type Outcome } from './outcome.ts'

/** Nobody: the person of every result. */
const person = { FullName: 'DOE, Jane', LicenseNumber: 'Z000000(0)', Birthday: '01-01-1990', Sex: 'F' }

/** The fields of a result; `Extra` is the caller's. */
export function resultFields(outcome: Outcome): JsonObject {
  if (outcome === 'unfinished') return resultOf('-999', 'The verification has not finished', 0, [], [])
  if (outcome === 'empty-lists') return resultOf('0', 'Success', 1, [], [])
  if (isFailure(outcome)) return resultOf(outcome, failures[outcome], 1, [card({})], [comparison(outcome)])
  const lastCard =
    outcome === 'edited-ocr'
      ? card({ IsEdit: true, EditDetails: [edited] })
      : outcome === 'warned-card'
        ? card({ IsPass: false, WarnCardInfos: [-9102] })
        : card({})
  return resultOf('0', 'Success', 1, [lastCard], [comparison('0')])
}

const edited = { FieldName: 'FullName', OriginalFieldValue: 'DOE, Jana', RevisedFieldValue: person.FullName }

function resultOf(
  Result: string,
  Description: string,
  ChargeCount: number,
  CardVerifyResults: JsonObject[],
  CompareResults: JsonObject[],
): JsonObject {
  return { Result, Description, ChargeCount, CardVerifyResults, CompareResults, DeviceInfoLevel: '' }
}

function card(fields: JsonObject): JsonObject {
  return {
    IsPass: true,
    IsEdit: false,
    CardVideo: null,
    CardImage: file('card'),
    CardInfoOcrJson: null,
    NormalCardInfo: { HKIDCard: person },
    WarnCardInfos: [],
    EditDetails: [],
    ...fields,
    RequestId: randomUUID(),
  }
}

/** One liveness check, and the comparison with a face where liveness was detected. */
function comparison(code: '0' | FailureCode): JsonObject {
  const text = code === '0' ? 'Success' : failures[code]
  const lively = code === '0' || code.startsWith('2')
  return {
    ErrorCode: code,
    ErrorMsg: text,
    LiveErrorCode: lively ? '0' : code,
    LiveErrorMsg: lively ? 'Success' : text,
    CompareErrorCode: lively ? code : null,
    CompareErrorMsg: lively ? text : null,
    Sim: code === '0' ? 92.5 : lively ? 31.4 : null,
    IsNeedCharge: code === '0',
    LiveData: file('data'),
    LiveVideo: file('video'),
    ActionVideo: file('action'),
    BestFrame: lively ? file('frame') : null,
    ProfileImage: file('profile'),
    CardInfoInputJson: null,
    RequestId: randomUUID(),
  }
}

/** Links that lead nowhere. */
function file(name: string): JsonObject {
  const Url = `https://pictures.invalid/${name}`
  return { Url, MD5: createHash('md5').update(Url).digest('hex'), Size: 0 }
}
