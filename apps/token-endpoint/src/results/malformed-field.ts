import type { GetSdkVerificationResultResponse } from '@tc3-edge/faceid'

type Check = (value: unknown) => boolean
type Checks = Readonly<Record<string, Check>>

const isString: Check = (value) => typeof value === 'string'
const isBoolean: Check = (value) => typeof value === 'boolean'
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const isObjectOf =
  (checks: Checks): Check =>
  (value) =>
    typeof value === 'object' && value !== null && malformed(value, checks) === undefined

/** What a verdict and its reasons are made of, besides `Result` and `RequestId`, which the client checks, and `Extra`. */
const judgedFields: Checks = {
  ChargeCount: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  DeviceInfoLevel: isString,
  CardVerifyResults: isListOf(
    isObjectOf({ IsPass: isBoolean, IsEdit: isBoolean, WarnCardInfos: isListOf(Number.isSafeInteger) }),
  ),
  CompareResults: isListOf(
    isObjectOf({
      ErrorCode: isString,
      LiveErrorCode: isString,
      CompareErrorCode: isString,
      LivenessInfoTag: isListOf(isString),
    }),
  ),
}

/**
 * Returns the name of a field that is not of the type that Tencent documents; undefined if there is none. Such a response can't
 * be judged: `IsPass: "false"` is no `false`. A field that is missing or null can.
 */
export function malformedField(result: GetSdkVerificationResultResponse): string | undefined {
  return malformed(result, judgedFields)
}

function malformed(value: object, checks: Checks): string | undefined {
  const fields = new Map<string, unknown>(Object.entries(value))
  const isMalformed = ([name, check]: [string, Check]) => {
    const field = fields.get(name) ?? undefined
    return field !== undefined && !check(field)
  }
  return Object.entries(checks).find(isMalformed)?.[0]
}
