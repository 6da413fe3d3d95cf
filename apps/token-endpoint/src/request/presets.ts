import { Fault } from '../fault.ts'

/** What the operator lets callers ask for. */
export interface Preset {
  /** Parameters that every call of this preset has. */
  readonly fixed: Readonly<Record<string, unknown>>
}

export type Presets = Readonly<Record<string, Preset>>

/** Reads the setting PRESETS. */
export function parsePresets(text: string): Presets {
  const presets = object(JSON.parse(text), 'it')
  return Object.fromEntries(
    Object.entries(presets).map(([name, preset]) => {
      const { fixed = {}, ...others } = object(preset, name)
      const [unknown] = Object.keys(others)
      if (unknown !== undefined) throw new Fault(`${name}.${unknown} is unknown; known: fixed`)
      return [name, { fixed: object(fixed, `${name}.fixed`) }]
    }),
  )
}

function object(value: unknown, where: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Fault(`${where} is not an object`)
  return { ...value }
}
