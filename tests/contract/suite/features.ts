import type { Context, Feature } from './suite.ts'

/** Looks whether the runtime has it, so that the table can't claim a gap that is none. */
export const probes: Readonly<Record<Feature, (context: Context) => boolean | Promise<boolean>>> = {
  'AbortSignal.any': () => 'any' in AbortSignal,
  'process.env': () => typeof property(property(globalThis, 'process'), 'env') === 'object',
  'node:crypto': ({ nodeCrypto }) => nodeCrypto !== undefined,
  'long-term secrets': () =>
    !property(property(globalThis, 'navigator'), 'userAgent')?.toString().startsWith('Mozilla'),
  'codes of failed connections': async ({ closedEndpoint }) => {
    const error = await fetch(closedEndpoint).catch((reason: unknown) => reason)
    return [error, property(error, 'cause')].some((at) => property(at, 'code') === 'ECONNREFUSED')
  },
}

/** Those that the runtime lacks, as found by trying. */
export async function lackingFeatures(context: Context): Promise<Feature[]> {
  const lacking: Feature[] = []
  for (const feature of Object.keys(probes) as Feature[]) {
    if (!(await probes[feature](context))) lacking.push(feature)
  }
  return lacking
}

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
