import type { Settings } from './suite.ts'

/** What the emulator has recorded of a request. */
export interface ReceivedRequest {
  readonly outcome: string
  readonly region: string | null
  readonly extra: string | null
}

/** The control routes of the runtime's own emulator. */
export interface Emulator {
  /** Adds a fault rule for the requests to come. */
  readonly addFault: (rule: object) => Promise<void>
  readonly received: () => Promise<readonly ReceivedRequest[]>
}

/** The emulator with an empty record and no fault rules. */
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
    addFault: async (rule) => {
      await control('POST', 'faults', rule)
    },
    received: async () => ((await control('GET', 'requests')) as { requests: ReceivedRequest[] }).requests,
  }
}
