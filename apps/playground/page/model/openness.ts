import type { PagePreset } from '../../wire/setup.ts'

/** Whether a preset lets a kind of caller choose a parameter. */
export type Openness =
  | { readonly kind: 'open' }
  | { readonly kind: 'some'; readonly values: readonly unknown[] }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'closed' }

export function opennessOf(preset: PagePreset | undefined, kind: 'backend' | 'app-user', name: string): Openness {
  // A preset that the page does not know is the endpoint's to judge.
  if (preset === undefined) return { kind: 'open' }
  if (Object.hasOwn(preset.fixed, name)) return { kind: 'fixed', value: preset.fixed[name] }
  const values = (kind === 'backend' ? preset.backends : preset.appUsers)?.[name]
  if (values === undefined) return { kind: 'closed' }
  return values === true ? { kind: 'open' } : { kind: 'some', values }
}
