import { isObject, type JsonObject } from './json.ts'

/** @throws {TypeError} naming a field that there is not, and those that there are. */
export function onlyFields(value: JsonObject, fields: readonly string[], name: string): void {
  const unknown = Object.keys(value).find((key) => !fields.includes(key))
  if (unknown === undefined) return
  throw new TypeError(`${name} has no field ${JSON.stringify(unknown)}; it may have: ${fields.join(', ')}.`)
}

/** @throws {TypeError} */
export function integer(value: unknown, name: string, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
  throw new TypeError(`${name} is a whole number from ${least} to ${most}.`)
}

/** @throws {TypeError} */
export function nonEmptyText(value: unknown, name: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new TypeError(`${name} is a string that is not empty.`)
}

/** @throws {TypeError} */
export function objectWith(value: unknown, fields: readonly string[], name: string, example: string): JsonObject {
  if (!isObject(value)) throw new TypeError(`${name} is an object such as ${example}.`)
  onlyFields(value, fields, name)
  return value
}
