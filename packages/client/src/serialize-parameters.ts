import { InvalidParametersError, type ParameterIssue } from './errors.ts'

/**
 * Writes parameters as JSON.
 *
 * @throws InvalidParametersError for what JSON can't say, which `JSON.stringify` would drop, change or choke on.
 */
export function serializeParameters(action: string, parameters: unknown): string {
  const issues: ParameterIssue[] = []
  try {
    if (isPlainObject(parameters) && !writesItself(parameters)) findIssues(parameters, '', [], issues)
    else issues.push(issueOf('', `be a plain object, such as { Limit: 10 }${hintFor(parameters)}`))
    if (issues.length === 0) return JSON.stringify(parameters)
  } catch {
    // A getter or toJSON that threw only now, or nesting beyond the stack. What was thrown may hold anything.
    issues.push(issueOf('', 'be values that can be written as JSON'))
  }
  throw new InvalidParametersError(action, issues)
}

/** Adds what can't be sent in an object or array, with the path to it. `above` are those that it is inside of. */
function findIssues(container: object, path: string, above: readonly object[], issues: ParameterIssue[]): void {
  const within = [...above, container]
  // An array by its length: it has no keys where it has holes.
  for (const name of Array.isArray(container) ? container.keys() : Object.keys(container)) {
    const at = path === '' ? `${name}` : `${path}.${name}`
    const value = read(container, name)
    const shouldBe = wrongType(value, within)
    if (shouldBe !== undefined) issues.push(issueOf(at, shouldBe))
    else if (isContainer(value)) findIssues(value, at, within, issues)
  }
}

const unreadable = Symbol('unreadable')

function read(container: object, name: string | number): unknown {
  try {
    return Reflect.get(container, name)
  } catch {
    return unreadable
  }
}

/** Says what a value should do, if JSON can't say it. The last of `above` is what it stands in. */
function wrongType(value: unknown, above: readonly object[]): string | undefined {
  switch (typeof value) {
    case 'bigint':
      return 'be a number, or a string where the API takes one: JSON has no BigInt'
    case 'undefined':
      // A field is left out; in an array it would be sent as null.
      return Array.isArray(above.at(-1)) ? 'be a JSON value, not undefined' : undefined
    case 'function':
    case 'symbol':
      if (value === unreadable) return 'be readable: its getter throws'
      return `be a JSON value, not a ${typeof value}`
    case 'number':
      return Number.isFinite(value) ? undefined : 'be a finite number'
    case 'object':
      return value === null ? undefined : wrongObject(value, above)
    default:
      return undefined
  }
}

function wrongObject(value: object, above: readonly object[]): string | undefined {
  if (above.includes(value)) return 'not contain itself'
  if (isBytes(value)) return 'be a Base64 string, not bytes: bytes.toBase64(), or Buffer.from(bytes).toString("base64")'
  if (value instanceof Date && Number.isNaN(value.getTime())) return 'be a valid date'
  if (writesItself(value) || Array.isArray(value) || isPlainObject(value)) return undefined
  return `be a plain object or array, not a ${tagOf(value)}${hintFor(value)}`
}

/** Whether its content is written as it is. */
function isContainer(value: unknown): value is object {
  return Array.isArray(value) || (isPlainObject(value) && !writesItself(value))
}

/** Such as a date. */
function writesItself(value: object): boolean {
  return 'toJSON' in value && typeof value.toJSON === 'function'
}

function hintFor(value: unknown): string {
  if (typeof value === 'string') return ', not text: it is written as JSON here'
  // An instance of a class may hide its fields behind getters, and would arrive empty.
  return tagOf(value) === 'Object' ? '; copy the fields of an instance: { ...instance }' : ''
}

function isBytes(value: object): boolean {
  return ArrayBuffer.isView(value) || /^(Shared)?ArrayBuffer$/.test(tagOf(value))
}

/** Also those of another realm, and those without a prototype. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || tagOf(value) !== 'Object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function tagOf(value: unknown): string {
  return {}.toString.call(value).slice('[object '.length, -1)
}

function issueOf(parameter: string, shouldBe: string): ParameterIssue {
  return { parameter, rule: 'type', message: `${parameter || 'The parameters'} should ${shouldBe}` }
}
