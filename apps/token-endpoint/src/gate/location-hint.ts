import { placements } from '../settings/regions.ts'

/** The location hint for a region of Tencent Cloud, if it is known. It takes effect only when the object is created. */
export function locationHint(region: string): { readonly locationHint?: DurableObjectLocationHint } {
  const hint = placements.get(region)?.gate
  return hint === undefined ? {} : { locationHint: hint }
}
