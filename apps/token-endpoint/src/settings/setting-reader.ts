import { Fault } from './fault.ts'
import type { SettingName } from './setting-names.ts'

export type Texts = Readonly<Partial<Record<SettingName, string>>>

/** Reads settings one by one and collects what is wrong with them. */
export class SettingReader {
  readonly faults: string[] = []
  private readonly texts: Texts

  constructor(texts: Texts) {
    this.texts = texts
  }

  has(name: SettingName): boolean {
    return Boolean(this.texts[name])
  }

  /** The value of a setting. Where there is none, and no fallback, or one that can't be used, a fault is noted. */
  read<T>(
    name: SettingName,
    shouldBe: string,
    parse: (text: string) => T,
    { fallback }: { fallback?: string } = {},
  ): T {
    const text = this.texts[name] || fallback
    if (text === undefined) this.faults.push(`${name} is not set. It should be ${shouldBe}`)
    try {
      if (text !== undefined) return parse(text)
    } catch (error) {
      const why = error instanceof Fault ? `: ${error.message}` : ''
      this.faults.push(`${name} should be ${shouldBe}${why}`)
      if (fallback !== undefined) return parse(fallback)
    }
    // Settings with a fault are never handed out.
    return undefined as T
  }
}
