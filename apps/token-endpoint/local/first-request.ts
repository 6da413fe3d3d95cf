import type { Caller } from '../src/auth/caller.ts'
import { applyPreset } from '../src/request/apply-preset.ts'
import type { Presets } from '../src/settings/presets.ts'

type Parameters = Readonly<Record<string, unknown>>

export interface FirstRequest {
  readonly preset?: string
  readonly parameters?: Parameters
}

/** The example of Tencent Cloud's document. */
const EXAMPLE = { CheckMode: 1, SecurityLevel: 4, NeedVerifyIdCard: true, Extra: 'fewfewf', IdCardType: 'HK' }

/** The last is for presets that ask for a photo. */
const CANDIDATES = [EXAMPLE, { IdCardType: EXAMPLE.IdCardType }, undefined, { CompareImage: 'AAAA' }]

/** A request that the presets allow a caller, as near to the example as it goes; undefined where they allow none. */
export function firstRequest(presets: Presets, kind: Caller['kind']): FirstRequest | undefined {
  const names = Object.keys(presets).toSorted((a, b) => Number(b === 'default') - Number(a === 'default'))
  for (const preset of names) {
    for (const parameters of CANDIDATES) {
      if (!isAllowed(presets, kind, preset, parameters)) continue
      if (parameters !== undefined) return { preset, parameters }
      return preset === 'default' ? {} : { preset }
    }
  }
  return undefined
}

/** The endpoint's own judgement. */
function isAllowed(presets: Presets, kind: Caller['kind'], preset: string, parameters: Parameters = {}): boolean {
  try {
    applyPreset(presets, { kind, id: 'first', tenant: 'first' }, { preset, parameters })
    return true
  } catch {
    return false
  }
}
