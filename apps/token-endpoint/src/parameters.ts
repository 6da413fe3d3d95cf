import { type ParameterName, parameters } from './generated/parameters.ts'

/**
 * Who decides a parameter.
 * - `operator`: it weakens the check or costs money. A preset fixes it, or allows backends to set it.
 * - `backend`: it comes from the company's own records. App users would choose what they are compared with, or write a text
 *   that the company reads with the result.
 * - `app`: it changes what the user sees or shows. A preset may allow app users to choose it.
 * - `device`: the SDK makes it on the device. App users may always pass it on.
 */
export type Decider = 'operator' | 'backend' | 'app' | 'device'

/** A parameter that is new in the spec does not compile until it is here. */
export const decider: Readonly<Record<ParameterName, Decider>> = {
  CheckMode: 'operator',
  SecurityLevel: 'operator',
  NeedVerifyIdCard: 'operator',
  DisableChangeOcrResult: 'operator',
  DisableCheckOcrWarnings: 'operator',
  SelectedWarningCodes: 'operator',
  SdkVersion: 'operator',
  ActionList: 'operator',
  AllowExpiredDocument: 'operator',
  RetryLimit: 'operator',
  EnableForgeryDetectionImages: 'operator',
  SkipOcrConfirmPage: 'operator',
  AllowUploadPhoto: 'operator',
  CompareImage: 'backend',
  Extra: 'backend',
  IdCardType: 'app',
  CardOcrDisplayFields: 'app',
  SkipResultPage: 'app',
  SkipLaunchPage: 'app',
  HideProgressBar: 'app',
  MetaData: 'device',
}

export const parameterNames: readonly ParameterName[] = Object.keys(parameters).filter(isParameter)

/** Whether the upstream call has a parameter of this name. */
export function isParameter(name: string): name is ParameterName {
  return Object.hasOwn(parameters, name)
}

/** Returns the parameters that one of these decides. */
export function decidedBy(...deciders: readonly Decider[]): ParameterName[] {
  return parameterNames.filter((name) => deciders.includes(decider[name]))
}
