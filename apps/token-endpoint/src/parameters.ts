import type { ApplySdkVerificationTokenRequest } from '@tc3-edge/faceid'
import { openapi } from './generated/openapi.ts'

type ParameterName = keyof ApplySdkVerificationTokenRequest

const { properties } = openapi.components.schemas.ApplySdkVerificationTokenRequest

/** The parameters of the upstream call, as the spec has them. */
export const parameterNames: readonly string[] = Object.keys(properties)

/** Whether the upstream call has a parameter of this name. */
export function isParameter(name: string): boolean {
  return Object.hasOwn(properties, name)
}

/** Returns the value that Tencent assumes where a parameter is not sent, if it is documented. */
export function defaultOf(name: string): unknown {
  return Object(properties)[name]?.default
}

/**
 * What a parameter decides. `assurance`: how strict the check is, or with what it compares. An app user must not choose it,
 * because it would choose how well it is checked itself. `context`: everything else. A parameter that is new in the spec does
 * not compile until it is here.
 */
export const decides: Readonly<Record<ParameterName, 'assurance' | 'context'>> = {
  CheckMode: 'assurance',
  SecurityLevel: 'assurance',
  NeedVerifyIdCard: 'assurance',
  CompareImage: 'assurance',
  DisableChangeOcrResult: 'assurance',
  DisableCheckOcrWarnings: 'assurance',
  ActionList: 'assurance',
  IdCardType: 'context',
  Extra: 'context',
}
