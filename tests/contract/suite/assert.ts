/** Two values that JSON can tell apart. */
export function equal(actual: unknown, expected: unknown, what = 'value'): void {
  const [is, should] = [text(actual), text(expected)]
  if (is !== should) throw new Error(`${what}: ${is} should be ${should}`)
}

export function ok(truth: boolean, what: string): asserts truth {
  if (!truth) throw new Error(`not so: ${what}`)
}

export function matches(actual: unknown, pattern: RegExp, what = 'value'): void {
  if (!pattern.test(String(actual))) throw new Error(`${what}: ${text(actual)} should match ${pattern}`)
}

/** What a call throws or its promise rejects with. */
export async function failure(call: () => unknown): Promise<Error> {
  try {
    await call()
  } catch (error) {
    if (error instanceof Error) return error
    throw new Error(`thrown is no Error but ${text(error)}`)
  }
  throw new Error('it should have failed')
}

/** Calls as JavaScript does, where no type stands in the way. */
// biome-ignore lint/complexity/noBannedTypes: any function at all
export function untyped(call: Function, ...given: readonly unknown[]): unknown {
  return Reflect.apply(call, undefined, given)
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function text(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value)
}
