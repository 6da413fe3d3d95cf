import { computed, signal } from '@preact/signals'
import type { PageCaller, Setup } from '../../protocol/setup.ts'
import { type ApiRequest, RESULTS, TOKENS } from '../model/exchange.ts'
import { type Field, fieldsOf, jsonValueOf } from '../model/fields.ts'
import { objectAt } from '../model/json.ts'
import { isLocked, ruleFor } from '../model/parameter-rule.ts'

export const setup = signal<Setup | undefined>(undefined)
export const fields = signal<readonly Field[]>([])
/** Whether the endpoint serves results of verifications. */
export const servesResults = signal(false)

/** `own` and `nobody` are offered beside the callers of this run. */
export const callerId = signal('own')
export const ownCredential = signal('')
export const presetName = signal('default')
export const texts = signal<Readonly<Record<string, string>>>({})
export const idempotencyKey = signal('')
/** Whether locked parameters may be sent, to show how they are rejected. */
export const unlocked = signal(false)

export const caller = computed<PageCaller | undefined>(() =>
  setup.value?.callers.find(({ id }) => id === callerId.value),
)

/** A JWT has three parts; anything else counts as an API key, as in the endpoint. */
export const callerKind = computed(() => {
  if (caller.value) return caller.value.kind
  return ownCredential.value.split('.').length === 3 ? 'app-user' : 'backend'
})

export const credential = computed(() => {
  if (callerId.value === 'nobody') return ''
  return caller.value?.credential ?? ownCredential.value.trim()
})

export const preset = computed(() => setup.value?.presets[presetName.value || 'default'])

export const draft = computed<ApiRequest>(() => {
  const entries = fields.value.flatMap((field) => {
    const locked = isLocked(ruleFor(preset.value, callerKind.value, field.name)) && !unlocked.value
    const value = jsonValueOf(field, texts.value[field.name] ?? '')
    return value === undefined || locked ? [] : [[field.name, value] as const]
  })
  const parameters = entries.length > 0 ? { parameters: Object.fromEntries(entries) } : {}
  return {
    endpoint: setup.value?.endpoint ?? '',
    path: TOKENS,
    credential: credential.value,
    idempotencyKey: idempotencyKey.value.trim(),
    body: { ...(presetName.value !== '' && { preset: presetName.value }), ...parameters },
  }
})

/** Initializes the form for this run. */
export function setUp(loaded: Setup, openapi: unknown): void {
  fields.value = fieldsOf(openapi)
  servesResults.value = Object.hasOwn(objectAt(openapi, 'paths'), RESULTS)
  const [first] = loaded.callers
  callerId.value = loaded.callers.find(({ kind }) => kind === 'app-user')?.id ?? first?.id ?? 'own'
  presetName.value = Object.keys(loaded.presets)[0] ?? 'default'
  setup.value = loaded
}
