import type { OperationName } from '@tc3-edge/faceid'
import { placements } from '../settings/regions.ts'

/**
 * A lane is an operation: Tencent counts each by itself, so each has an object of its own. A name must never change: the calls
 * of an object with another name are not seen by this one.
 */
const objectNames: Readonly<Partial<Record<OperationName, string>>> = { ApplySdkVerificationToken: 'account' }

export function objectNameOf(lane: OperationName): string {
  return objectNames[lane] ?? lane
}

/** Returns the lane of an object, by its name. */
export function laneOfObject(name: string | undefined): string | undefined {
  return Object.entries(objectNames).find(([, given]) => given === name)?.[0] ?? name
}

/** The location hint for a region of Tencent Cloud, if it is known. It takes effect only when the object is created. */
export function locationHint(region: string): { readonly locationHint?: DurableObjectLocationHint } {
  const hint = placements.get(region)?.gate
  return hint === undefined ? {} : { locationHint: hint }
}
