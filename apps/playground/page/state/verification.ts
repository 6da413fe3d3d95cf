import { computed, signal } from '@preact/signals'
import type { VerificationOutcome } from '../../protocol/outcomes.ts'
import { type ApiRequest, type Exchange, problemOf, RESULTS, send } from '../model/exchange.ts'
import { type JsonObject, objectAt, parseJson } from '../model/json.ts'
import { draft, servesResults } from './form.ts'
import { call, fault, refreshFault } from './server.ts'

/** The step that the phone is at. */
export type Step = 'token' | 'verify' | 'verified' | 'result'

export const step = signal<Step>('token')
export const exchanges = signal<readonly Exchange[]>([])
/** The exchange that is shown; undefined: the one that would be sent next. */
export const selectedId = signal<number | undefined>(undefined)
export const sending = signal(false)
export const outcome = signal<VerificationOutcome>('passed')

export const selected = computed(() => exchanges.value.find(({ id }) => id === selectedId.value))
export const latest = computed(() => exchanges.value.at(-1))
export const problem = computed(() => latest.value?.response && problemOf(latest.value.response))
/** The body of the latest response. */
export const latestBody = computed<JsonObject>(() => objectAt(parseJson(latest.value?.response?.text ?? '')))

interface Issued {
  readonly request: ApiRequest
  readonly sdkToken: string
  readonly receipt: string
  readonly expiresAt: string
}

export const issued = signal<Issued | undefined>(undefined)

/** The request that the phone would send next. */
export const next = computed<ApiRequest>(() => {
  const awaitsResult = servesResults.value && (step.value === 'verify' || step.value === 'verified')
  return awaitsResult && issued.value !== undefined ? resultRequest(issued.value) : draft.value
})

function resultRequest({ request, sdkToken, receipt }: Issued): ApiRequest {
  return { ...request, path: RESULTS, idempotencyKey: '', body: { sdkToken, receipt } }
}

const MAX_EXCHANGES = 20
let nextId = 1

export async function requestToken(): Promise<void> {
  const request = draft.value
  const status = await exchange(request)
  if (status !== 201) return
  const { sdkToken, receipt, expiresAt } = latestBody.value
  issued.value = { request, sdkToken: String(sdkToken), receipt: String(receipt), expiresAt: String(expiresAt) }
  step.value = 'verify'
}

/** Stands in for the SDK's use of the camera: tells the emulator how the verification ends. */
export async function verify(): Promise<void> {
  const body = { sdkToken: issued.value?.sdkToken, outcome: outcome.value }
  if (await call('/api/outcomes', 'PUT', body)) step.value = 'verified'
}

export async function readResult(): Promise<void> {
  if (issued.value === undefined) return
  const status = await exchange(resultRequest(issued.value))
  if (status === 200) step.value = 'result'
}

export function startOver(): void {
  step.value = 'token'
  issued.value = undefined
  selectedId.value = undefined
}

/** Sends a request and lists it. Returns the status of its response, 0 if there is none. */
async function exchange(request: ApiRequest): Promise<number> {
  if (sending.value) return 0
  sending.value = true
  const id = nextId++
  exchanges.value = [...exchanges.value, { id, request, fault: fault.value.on }].slice(-MAX_EXCHANGES)
  selectedId.value = id
  const response = await send(request)
  exchanges.value = exchanges.value.map((one) => (one.id === id ? { ...one, response } : one))
  sending.value = false
  await refreshFault()
  return response.status
}
