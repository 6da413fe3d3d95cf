import { definitions, type SettingName, type SettingValue } from './definitions.ts'
import { ConfigError } from './parse.ts'

export type SettingTexts = Readonly<Partial<Record<SettingName, string>>>

/** What is wrong with a setting. */
export interface SettingIssue {
  /** Names the setting and what it should be. Anybody may read it. */
  readonly says: string
  /** What is wrong with it, such as the name of a preset. For the operator alone. */
  readonly why?: string | undefined
}

/** Parses settings one by one and collects what is wrong with them. */
export class SettingReader {
  readonly issues: SettingIssue[] = []
  private readonly texts: SettingTexts

  constructor(texts: SettingTexts) {
    this.texts = texts
  }

  has(name: SettingName): boolean {
    return Boolean(this.texts[name])
  }

  /** Returns the value of a setting. If it is invalid, or missing without a fallback, adds an issue. */
  read<Name extends SettingName>(name: Name): SettingValue<Name>
  read(name: SettingName): unknown {
    const { shouldBe, parse, fallback } = definitions[name]
    const text = this.texts[name] || fallback
    if (text === undefined) this.issues.push({ says: `${name} is not set. It should be ${shouldBe}` })
    try {
      if (text !== undefined) return parse(text)
    } catch (error) {
      const why = error instanceof ConfigError ? error.message : undefined
      this.issues.push({ says: `${name} should be ${shouldBe}`, why })
      if (fallback !== undefined) return parse(fallback)
    }
    // Settings with an issue are never handed out.
    return undefined
  }
}
