import { developmentCredential } from '@tc3-edge/emulator'
import { createFaceidClient } from '@tc3-edge/faceid'
import { makeBindingKey } from '../dev/make-binding-key.ts'
import { createExtra, createReceipt, type Issuance, type Owner } from '../src/ownership/binding.ts'
import { parseBindingKeys } from '../src/settings/binding-keys.ts'

/** The setting BINDING_KEYS of tests that read results, and what it stands for. */
export const BINDING_KEYS = `[${makeBindingKey('test')}]`
export const bindingKeys = parseBindingKeys(BINDING_KEYS)

export const DAY_SECONDS = 24 * 60 * 60

/** What the caller got when its token was issued. */
export interface Verification {
  readonly sdkToken: string
  readonly receipt: string
}

interface Given extends Partial<Issuance> {
  /** A backend's own text in `Extra`. */
  readonly text?: string
  /** What the token carries instead of its own `Extra`. */
  readonly extra?: string
  /** How old the token is, in seconds. Default: 60. */
  readonly age?: number
}

/** Issues a token for an owner straight from the emulator at `url`, as the endpoint does, of any age. */
export async function verificationOf(owner: Owner, url: string, given: Given = {}): Promise<Verification> {
  const { preset = 'default', age = 60, issuedAt = Math.floor(Date.now() / 1_000) - age, text, extra } = given
  const issue = { preset, issuedAt }
  const faceid = createFaceidClient({ credentials: developmentCredential, endpoint: url, region: 'ap-singapore' })
  const Extra = extra ?? (await createExtra(bindingKeys, owner, issue, text))
  const { SdkToken: sdkToken } = await faceid.ApplySdkVerificationToken({ Extra })
  return { sdkToken, receipt: await createReceipt(bindingKeys, owner, issue, sdkToken) }
}
