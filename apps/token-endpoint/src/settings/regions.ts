interface Placement {
  /** `placement.region` of wrangler.jsonc, for the Worker. */
  readonly worker: string
  /** Where the gate's object should be. */
  readonly gate: 'apac' | 'apac-se' | 'sam'
}

/** Next to each known region of Tencent Cloud: every millisecond on the way costs quota. docs/operating.md shows this table. */
export const placements: ReadonlyMap<string, Placement> = new Map([
  ['ap-singapore', { worker: 'aws:ap-southeast-1', gate: 'apac-se' }],
  ['ap-hongkong', { worker: 'aws:ap-east-1', gate: 'apac' }],
  ['ap-jakarta', { worker: 'aws:ap-southeast-3', gate: 'apac-se' }],
  ['ap-bangkok', { worker: 'aws:ap-southeast-7', gate: 'apac-se' }],
  ['sa-saopaulo', { worker: 'aws:sa-east-1', gate: 'sam' }],
])

/** Returns a warning for a region that is not on the list: it may be valid. */
export function regionWarnings(region: string): string[] {
  if (placements.has(region)) return []
  const known = [...placements.keys()].join(', ')
  return [
    `FACEID_REGION is not one of the known regions (${known}). If Tencent Cloud has it, set the placement in wrangler.jsonc ` +
      "yourself; the gate's object has no location hint",
  ]
}
