import { InvalidParametersError } from './errors.ts'
import type { FaceidMethods } from './generated/methods.ts'
import type { OperationName } from './generated/operations.ts'
import { validators, words } from './generated/validators.ts'
import type { ParameterIssue } from './parameter-issue.ts'

export { InvalidParametersError } from './errors.ts'
export type { OperationName } from './generated/operations.ts'
export type { ParameterIssue } from './parameter-issue.ts'

/** The parts of Ajv's errors that messages are made of. */
interface CompiledError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

type Compiled = ((parameters: unknown) => boolean) & { readonly errors?: readonly CompiledError[] | null }

interface Words {
  readonly parameters: readonly string[]
  readonly shouldBe: Readonly<Record<string, string>>
  readonly conditions: readonly string[]
}

// What codegen writes is ours: these are its types.
const compiled = validators as Readonly<Record<string, Compiled>>
const wordsOf = words as Readonly<Record<string, Words>>

/**
 * Checks the parameters of an operation against the spec, conditional rules included, without sending anything.
 * Answers what is wrong with them: an empty list when nothing is.
 *
 * @throws TypeError for an operation that does not exist.
 */
export function validateParameters(operation: OperationName, parameters: unknown): ParameterIssue[] {
  const validate = Object.hasOwn(compiled, operation) ? compiled[operation] : undefined
  const text = wordsOf[operation]
  if (validate === undefined || text === undefined) throw new TypeError(`Unknown operation "${operation}"`)
  if (validate(parameters)) return []
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => issue(error, text))
}

/**
 * As `validateParameters`, for those who would rather have an exception.
 *
 * @throws InvalidParametersError that tells all issues.
 */
export function assertParameters<Name extends OperationName>(
  operation: Name,
  parameters: unknown,
): asserts parameters is NonNullable<Parameters<FaceidMethods[Name]>[0]> {
  const issues = validateParameters(operation, parameters)
  if (issues.length > 0) throw new InvalidParametersError(operation, issues)
}

function issue(error: CompiledError, text: Words): ParameterIssue {
  const { params } = error
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  const parameter = path || 'The parameters'
  const condition = text.conditions[Number(/\/allOf\/(\d+)\//.exec(error.schemaPath)?.[1])]
  const because = condition === undefined ? '' : `: ${condition}`
  const at = (rule: ParameterIssue['rule'], shouldBe: string): ParameterIssue => ({
    parameter: path,
    rule,
    message: `${parameter} should ${shouldBe}${because}`,
  })
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = within(path, params.additionalProperty)
      // Only those of the outermost level are known by name here.
      const known = path === '' ? `. Known: ${text.parameters.join(', ')}` : ''
      return { parameter: name, rule: 'unknown', message: `${name} is unknown${known}` }
    }
    case 'required': {
      const name = within(path, params.missingProperty)
      return { parameter: name, rule: 'missing', message: `${name} is missing${because}` }
    }
    case 'type':
      return at('type', `be of type ${params.type}`)
    case 'enum':
      return at('value', `be ${choice(params.allowedValues)}`)
    case 'minimum':
    case 'maximum':
      return at('value', `be ${params.comparison} ${params.limit}`)
    case 'pattern':
      return at('format', `be ${text.shouldBe[path] ?? 'well-formed'}`)
    case 'maxLength':
      return at('length', `have at most ${params.limit} characters`)
    case 'minLength':
      return at('length', `have at least ${params.limit} characters`)
    default:
      return at('value', `follow the rule "${error.keyword}" of the spec`)
  }
}

const within = (path: string, name: unknown) => (path === '' ? `${name}` : `${path}.${name}`)

function choice(values: unknown): string {
  if (!Array.isArray(values)) return 'one of the listed values'
  return values.length < 2 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}
