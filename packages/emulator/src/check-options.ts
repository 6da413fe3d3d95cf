import { isObject } from './json.ts'

/** What an option may hold, and how that is said after its name. */
export interface OptionRule {
  allows: (value: unknown) => boolean
  says: string
}

/**
 * Checks options that may come from plain JavaScript.
 *
 * @throws {TypeError} naming the option and what it should hold, or the options that there are.
 */
export function checkOptions(options: unknown, rules: Readonly<Record<string, OptionRule>>): void {
  if (!isObject(options))
    throw new TypeError(`The options are an object with any of: ${Object.keys(rules).join(', ')}.`)
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined
    if (!rule) throw new TypeError(`There is no option ${name}; there is: ${Object.keys(rules).join(', ')}.`)
    if (value !== undefined && !rule.allows(value)) throw new TypeError(`${name} is ${rule.says}.`)
  }
}

export const count: OptionRule = {
  allows: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  says: 'a whole number above 0',
}

export const flag: OptionRule = { allows: (value) => typeof value === 'boolean', says: 'true or false' }

export const anything: OptionRule = { allows: () => true, says: 'anything' }

export function oneOf(...values: string[]): OptionRule {
  return {
    allows: (value) => typeof value === 'string' && values.includes(value),
    says: values.map((value) => JSON.stringify(value)).join(' or '),
  }
}

export function functionThat(does: string): OptionRule {
  return { allows: (value) => typeof value === 'function', says: `a function that ${does}` }
}

export function wholeNumber(least: number, most: number): OptionRule {
  return {
    allows: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    says: `a whole number from ${least} to ${most}`,
  }
}

export function listOf(isItem: (item: unknown) => boolean, items: string): OptionRule {
  return {
    allows: (value) => Array.isArray(value) && value.length > 0 && value.every(isItem),
    says: `a list of at least one ${items}`,
  }
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
