import type { OperationName } from '@tc3-edge/faceid'

/**
 * A lane is an operation: Tencent counts each by itself, so each has an object of its own. A name must never change: the calls
 * of an object with another name are not seen by this one.
 */
const objectNames: Readonly<Partial<Record<OperationName, string>>> = { ApplySdkVerificationToken: 'account' }

export function objectNameOf(lane: OperationName): string {
  return objectNames[lane] ?? lane
}

/** Where a lane's object is to be: next to Tencent Cloud's region, because the way there costs quota. */
const hints: Readonly<Record<string, DurableObjectLocationHint>> = {
  'ap-bangkok': 'apac-se',
  'ap-hongkong': 'apac',
  'ap-jakarta': 'apac-se',
  'ap-singapore': 'apac-se',
  'sa-saopaulo': 'sam',
}

/** The hint for a region of Tencent Cloud. It counts when the object is made, and never again. */
export function locationHint(region: string): DurableObjectLocationHint {
  return hints[region] ?? 'apac'
}
