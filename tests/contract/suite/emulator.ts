import type { Settings } from './suite.ts'

/** What the emulator's witness says of a request. */
export interface Arrival {
  readonly outcome: string
  readonly region: string | null
  readonly extra: string | null
}

/** The control routes of the runtime's own emulator. */
export interface Emulator {
  /** Orders a fault for the requests to come. */
  readonly order: (order: object) => Promise<void>
  readonly arrivals: () => Promise<readonly Arrival[]>
}

/** The emulator with an empty record and nothing ordered. */
export async function freshEmulator({ endpoint }: Settings): Promise<Emulator> {
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${endpoint}/__emulator/${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: HTTP ${response.status}: ${await response.text()}`)
    return response.status === 204 ? undefined : response.json()
  }
  await control('DELETE', 'requests')
  await control('DELETE', 'faults')
  return {
    order: async (order) => {
      await control('POST', 'faults', order)
    },
    arrivals: async () => ((await control('GET', 'requests')) as { requests: Arrival[] }).requests,
  }
}
