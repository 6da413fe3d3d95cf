// Generated from spec/faceid.yaml by `pnpm generate`. Do not edit.

import type { ApplySdkVerificationTokenRequest } from './api.ts'

/** A parameter of ApplySdkVerificationToken. */
export interface Parameter {
  /** What holds if it is not sent. */
  readonly default?: unknown
  /** The values of IdCardType that it has an effect for. Absent: all. */
  readonly cards?: readonly string[]
}

export type ParameterName = keyof ApplySdkVerificationTokenRequest

export const parameters: Readonly<Record<ParameterName, Parameter>> = {
  "CheckMode": {
    "default": 1
  },
  "SecurityLevel": {
    "default": 4
  },
  "IdCardType": {
    "default": "HK"
  },
  "NeedVerifyIdCard": {
    "cards": [
      "HK"
    ]
  },
  "CompareImage": {},
  "DisableChangeOcrResult": {
    "default": false
  },
  "DisableCheckOcrWarnings": {
    "default": false,
    "cards": [
      "HK",
      "ML",
      "MLIDPassport"
    ]
  },
  "SelectedWarningCodes": {
    "cards": [
      "HK",
      "ML",
      "MLIDPassport"
    ]
  },
  "Extra": {},
  "SdkVersion": {
    "default": "BASIC"
  },
  "ActionList": {
    "default": "blink"
  },
  "AllowExpiredDocument": {
    "default": true,
    "cards": [
      "HK"
    ]
  },
  "SkipResultPage": {
    "default": false
  },
  "CardOcrDisplayFields": {},
  "RetryLimit": {
    "default": 5
  },
  "EnableForgeryDetectionImages": {
    "default": false
  },
  "MetaData": {},
  "SkipLaunchPage": {
    "default": false
  },
  "SkipOcrConfirmPage": {
    "default": false
  },
  "HideProgressBar": {
    "default": false
  },
  "AllowUploadPhoto": {
    "default": false
  }
}
