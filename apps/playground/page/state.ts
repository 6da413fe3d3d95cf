import { computed, signal } from '@preact/signals'
import type { BurstEvent, BurstOrder } from '../wire/burst.ts'
import type { FaultState } from '../wire/fault.ts'
import type { PageCaller, Setup } from '../wire/setup.ts'
import { type Answer, type Draft, problemOf, send } from './model/exchange.ts'
import { type Field, fieldsOf, jsonValueOf } from './model/fields.ts'
import { opennessOf } from './model/openness.ts'
import { emptyPicture, type Picture, withEvent } from './model/picture.ts'

export const setup = signal<Setup | undefined>(undefined)
export const fields = signal<readonly Field[]>([])
/** Why the page can't be used, if it can't. */
export const trouble = signal<string | undefined>(undefined)

/** `own` and `nobody` stand beside the callers of this run. */
export const callerId = signal('own')
export const ownCredential = signal('')
export const presetName = signal('default')
export const texts = signal<Readonly<Record<string, string>>>({})
export const idempotencyKey = signal('')
/** Whether to send what the preset closes to the caller, to see it refused. */
export const sendClosed = signal(false)

export const caller = computed<PageCaller | undefined>(() =>
  setup.value?.callers.find(({ id }) => id === callerId.value),
)

/** A JWT has three parts; everything else is taken for an API key, as the endpoint does. */
export const callerKind = computed(() => {
  if (caller.value) return caller.value.kind
  return ownCredential.value.split('.').length === 3 ? 'app-user' : 'backend'
})

export const credential = computed(() => {
  if (callerId.value === 'nobody') return ''
  return caller.value?.credential ?? ownCredential.value.trim()
})

/** Where none is named, the endpoint takes this one. */
const UNNAMED = 'default'

export const preset = computed(() => setup.value?.presets[presetName.value || UNNAMED])

export const draft = computed<Draft>(() => {
  const entries = fields.value.flatMap((field) => {
    const { kind } = opennessOf(preset.value, callerKind.value, field.name)
    const value = jsonValueOf(field, texts.value[field.name] ?? '')
    const sendable = kind === 'open' || kind === 'some' || sendClosed.value
    return value === undefined || !sendable ? [] : [[field.name, value] as const]
  })
  const parameters = entries.length > 0 ? { parameters: Object.fromEntries(entries) } : {}
  return {
    endpoint: setup.value?.endpoint ?? '',
    credential: credential.value,
    idempotencyKey: idempotencyKey.value.trim(),
    body: { ...(presetName.value !== '' && { preset: presetName.value }), ...parameters },
  }
})

export const sending = signal(false)
export const answer = signal<Answer | undefined>(undefined)
export const problem = computed(() => answer.value && problemOf(answer.value))
/** The switch that was on when the answer came. */
export const answerFault = signal<string | null>(null)

export const fault = signal<FaultState>({ on: null, applied: 0 })

export const picture = signal<Picture>(emptyPicture)
export const bursting = signal(false)

export async function load(): Promise<void> {
  try {
    const [loaded, openapi, faults] = await Promise.all([get('/api/setup'), get('/openapi.json'), get('/api/faults')])
    const known = loaded as Setup
    fields.value = fieldsOf(openapi)
    callerId.value = known.callers[0]?.id ?? 'own'
    presetName.value = Object.keys(known.presets)[0] ?? 'default'
    fault.value = faults as FaultState
    setup.value = known
  } catch (error) {
    trouble.value = `The playground's server does not answer as it should (${String(error)}). Is "pnpm start" running?`
  }
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}

export async function issue(): Promise<void> {
  if (sending.value) return
  sending.value = true
  const { on } = fault.value
  answer.value = await send(draft.value)
  answerFault.value = on
  sending.value = false
  await refreshFault()
}

export async function switchFault(on: string | null): Promise<void> {
  fault.value = { on, applied: 0 }
  const body = JSON.stringify({ on })
  const response = await fetch('/api/faults', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
  fault.value = await response.json()
}

async function refreshFault(): Promise<void> {
  fault.value = (await get('/api/faults')) as FaultState
}

export async function fire(order: BurstOrder): Promise<void> {
  if (bursting.value) return
  bursting.value = true
  picture.value = emptyPicture
  try {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch('/api/burst', { method: 'POST', headers, body: JSON.stringify(order) })
    if (response.ok && response.body) await follow(response.body)
  } finally {
    bursting.value = false
    await refreshFault()
  }
}

async function follow(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    const events = lines.map((line): BurstEvent => JSON.parse(line))
    picture.value = events.reduce(withEvent, picture.value)
  }
}
