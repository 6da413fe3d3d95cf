/** Where the gate's object is to live: next to Tencent Cloud's region, because the way there costs quota. */
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
