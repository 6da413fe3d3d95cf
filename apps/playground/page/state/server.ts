import { signal } from '@preact/signals'
import type { FaultState } from '../../protocol/faults.ts'
import type { Setup } from '../../protocol/setup.ts'
import { setUp } from './form.ts'

/** Why the page can't work now; undefined if it can. */
export const pageError = signal<string | undefined>(undefined)

export const fault = signal<FaultState>({ on: null, applied: 0 })

/** Calls the page's own server. If that fails, says so on the page and returns undefined. */
export async function call(path: string, method = 'GET', body?: unknown): Promise<Response | undefined> {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(path, { method, ...(body !== undefined && json) }).catch(() => undefined)
  if (response?.ok) {
    pageError.value = undefined
    return response
  }
  pageError.value =
    response === undefined
      ? 'The playground’s server is gone. Start it again with “npx -y pnpm@12.21.0 start”, then open the address that it prints.'
      : `${path} failed: ${await errorOf(response)}`
  return undefined
}

async function errorOf(response: Response): Promise<string> {
  const body: Record<string, unknown> = { ...Object(await response.json().catch(() => undefined)) }
  return typeof body.error === 'string' ? body.error : `status ${response.status}`
}

export async function load(): Promise<void> {
  const [loaded, openapi] = await Promise.all([call('/api/setup'), call('/openapi.json'), refreshFault()])
  if (!loaded || !openapi) return
  const known: Setup = await loaded.json()
  setUp(known, await openapi.json())
}

export async function simulate(on: string | null): Promise<void> {
  const response = await call('/api/faults', 'PUT', { on })
  if (response) fault.value = await response.json()
}

export async function refreshFault(): Promise<void> {
  const response = await call('/api/faults')
  if (response) fault.value = await response.json()
}
