import type { PagePreset } from '../../protocol/setup.ts'

/** What a preset says of a parameter to a kind of caller. */
export type ParameterRule =
  | { readonly kind: 'any' }
  | { readonly kind: 'listed'; readonly values: readonly unknown[] }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'not-allowed' }

export function ruleFor(preset: PagePreset | undefined, caller: 'backend' | 'app-user', name: string): ParameterRule {
  // The endpoint refuses a preset that it does not know.
  if (preset === undefined) return { kind: 'any' }
  if (Object.hasOwn(preset.fixed, name)) return { kind: 'fixed', value: preset.fixed[name] }
  const values = (caller === 'backend' ? preset.backends : preset.appUsers)?.[name]
  if (values === undefined) return { kind: 'not-allowed' }
  return values === true ? { kind: 'any' } : { kind: 'listed', values }
}

export function isLocked({ kind }: ParameterRule): boolean {
  return kind === 'fixed' || kind === 'not-allowed'
}
