import { InvalidParametersError, type ParameterIssue } from '@tc3-edge/client'
import type { FaceidMethods } from './generated/methods.ts'
import type { OperationName } from './generated/operations.ts'
import { messages as allMessages, validators } from './generated/validators.ts'

export { InvalidParametersError, type ParameterIssue } from '@tc3-edge/client'
export type { OperationName } from './generated/operations.ts'

/** The parts of Ajv's errors that messages are made of. */
interface CompiledError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
}

type Compiled = ((parameters: unknown) => boolean) & { readonly errors?: readonly CompiledError[] | null }

/** What messages need to know of one place in the parameters. */
interface FieldInfo {
  readonly fields?: readonly string[]
  readonly shouldBe?: string
  /** Why each conditional rule is there, by its position in `allOf`. */
  readonly rules?: readonly string[]
}

/** By place: `''` is the parameters themselves, `Filters.*.Name` the name of any of the filters. */
type Messages = Readonly<Record<string, FieldInfo>>

// What codegen writes is ours: these are its types.
const compiled = validators as Readonly<Record<string, Compiled>>
const messagesOf = allMessages as Readonly<Record<string, Messages>>

/**
 * Checks the parameters of an operation against the spec, conditional rules included, without sending anything.
 * Returns what is wrong with them: an empty list when nothing is.
 *
 * @throws TypeError for an operation that does not exist.
 */
export function validateParameters(operation: OperationName, parameters: unknown): ParameterIssue[] {
  const validate = Object.hasOwn(compiled, operation) ? compiled[operation] : undefined
  const messages = messagesOf[operation]
  if (validate === undefined || messages === undefined) throw new TypeError(`Unknown operation "${operation}"`)
  if (validate(parameters)) return []
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => issue(error, messages))
}

/**
 * As `validateParameters`, for those who would rather have an exception.
 *
 * @throws InvalidParametersError with all issues.
 */
export function assertParameters<Name extends OperationName>(
  operation: Name,
  parameters: unknown,
): asserts parameters is NonNullable<Parameters<FaceidMethods[Name]>[0]> {
  const issues = validateParameters(operation, parameters)
  if (issues.length > 0) throw new InvalidParametersError(operation, issues)
}

function issue(error: CompiledError, messages: Messages): ParameterIssue {
  const { params } = error
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  const parameter = path || 'The parameters'
  const reason = reasonFor(error, messages)
  const because = reason ? `: ${reason}` : ''
  const at = (rule: ParameterIssue['rule'], shouldBe: string): ParameterIssue => ({
    parameter: path,
    rule,
    message: `${parameter} should ${shouldBe}${because}`,
  })
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = within(path, params.additionalProperty ?? params.unevaluatedProperty)
      const { fields } = placeAt(path, messages)
      const known = fields ? `. Known: ${fields.join(', ')}` : ''
      return { parameter: name, rule: 'unknown', message: `${name} is unknown${known}` }
    }
    case 'required': {
      const name = within(path, params.missingProperty)
      return { parameter: name, rule: 'missing', message: `${name} is missing${because}` }
    }
    case 'type':
      return at('type', `be of type ${[params.type].flat().join(' or ')}`)
    case 'enum':
      return at('value', `be ${choice(params.allowedValues)}`)
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return at('value', `be ${params.comparison} ${params.limit}`)
    case 'pattern':
      return at('format', `be ${placeAt(path, messages).shouldBe ?? 'well-formed'}`)
    case 'maxLength':
      return at('length', `have at most ${params.limit} characters`)
    case 'minLength':
      return at('length', `have at least ${params.limit} characters`)
    case 'maxItems':
      return at('length', `have at most ${params.limit} items`)
    case 'minItems':
      return at('length', `have at least ${params.limit} items`)
    case 'const':
      return at('value', `be ${JSON.stringify(params.allowedValue)}`)
    default:
      return at('value', `follow the rule "${error.keyword}" of the spec`)
  }
}

function placeAt(path: string, messages: Messages): FieldInfo {
  return messages[path.replaceAll(/(?<=^|\.)\d+(?=$|\.)/g, '*')] ?? {}
}

/** Why the conditional rule is there that was broken, if it was one. */
function reasonFor({ instancePath, schemaPath }: CompiledError, messages: Messages): string | undefined {
  const [, index, inRule] = /\/allOf\/(\d+)\/(?:then|else)(?!.*\/allOf\/)(.*)$/.exec(schemaPath) ?? []
  if (index === undefined || inRule === undefined) return undefined
  // The rule belongs to the object that it stands on, and may have led further down from there.
  const down = inRule.match(/\/(?:properties\/|items\/)/g)?.length ?? 0
  const steps = instancePath.split('/').slice(1)
  const path = steps.slice(0, steps.length - down).join('.')
  return placeAt(path, messages).rules?.[Number(index)]
}

const within = (path: string, name: unknown) => (path === '' ? `${name}` : `${path}.${name}`)

function choice(values: unknown): string {
  if (!Array.isArray(values)) return 'one of the listed values'
  return values.length < 2 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}
