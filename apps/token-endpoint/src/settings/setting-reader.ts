import { definitions, type SettingName, type SettingValue } from './definitions.ts'
import { ConfigError } from './parse.ts'

export type SettingTexts = Readonly<Partial<Record<SettingName, string>>>

/** What is wrong with a setting. */
export interface SettingIssue {
  /** Names the setting and what it should be. Anybody may read it. */
  readonly message: string
  /** What is wrong with it, such as the name of a preset. For the operator alone. */
  readonly detail?: string | undefined
}

/** Parses settings one by one and collects their issues. */
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
    if (text === undefined) this.issues.push({ message: `${name} is not set. It should be ${shouldBe}` })
    try {
      if (text !== undefined) return parse(text)
    } catch (error) {
      const detail = error instanceof ConfigError ? error.message : undefined
      this.issues.push({ message: `${name} should be ${shouldBe}`, detail })
      if (fallback !== undefined) return parse(fallback)
    }
    // Never used: where there is an issue, no settings are returned.
    return undefined
  }
}
