import { ConfigError, type Format, listOf } from './parse.ts'

/** Which apps may call for their users, proven by Firebase App Check. */
export interface AppCheck {
  /** `observe`: failures are logged, and nobody is rejected. */
  readonly mode: 'observe' | 'require'
  /** Of the Firebase project. */
  readonly projectNumber: string
  readonly appIds: ReadonlySet<string>
}

const MODES = ['off', 'observe', 'require'] as const

export const appCheckMode: Format<(typeof MODES)[number]> = {
  shouldBe: MODES.join(', '),
  parse: (text) => {
    const mode = MODES.find((known) => known === text)
    if (mode === undefined) throw new ConfigError('it is not')
    return mode
  },
}

export const projectNumber: Format<string> = {
  shouldBe: 'the number of the Firebase project, such as 123456789012',
  parse: (text) => {
    if (!/^\d+$/.test(text)) throw new ConfigError('it is not')
    return text
  },
}

export const appIds: Format<ReadonlySet<string>> = {
  shouldBe: 'a list of Firebase app IDs such as 1:123456789012:ios:0123456789abcdef',
  parse: (text) => {
    const ids = listOf(text)
    if (ids.length === 0 || !ids.every((id) => /^\d+:\d+:\w+:\w+$/.test(id))) throw new ConfigError('it is not')
    return new Set(ids)
  },
}
