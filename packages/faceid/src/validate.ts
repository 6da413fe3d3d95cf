import type { FaceidMethods } from './generated/methods.ts'
import { validators, words } from './generated/validators.ts'

/** One thing that is wrong with the parameters of a call. */
export interface ParameterIssue {
  /** The name of the parameter; empty where the parameters as a whole are wrong. */
  readonly parameter: string
  readonly rule: 'unknown' | 'missing' | 'type' | 'value' | 'format' | 'length'
  /** What is wrong and what would be right. Never holds the value. */
  readonly message: string
}

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
 */
export function validateParameters(operation: keyof FaceidMethods, parameters: unknown): ParameterIssue[] {
  const validate = compiled[operation]
  const text = wordsOf[operation]
  if (validate === undefined || text === undefined) throw new TypeError(`Unknown operation "${operation}"`)
  if (validate(parameters)) return []
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => issue(error, text))
}

function issue(error: CompiledError, text: Words): ParameterIssue {
  const { params } = error
  const parameter = error.instancePath.slice(1)
  const condition = text.conditions[Number(/\/allOf\/(\d+)\//.exec(error.schemaPath)?.[1])]
  const because = condition === undefined ? '' : `: ${condition}`
  switch (error.keyword) {
    case 'additionalProperties': {
      const name = String(params.additionalProperty)
      return { parameter: name, rule: 'unknown', message: `${name} is unknown. Known: ${text.parameters.join(', ')}` }
    }
    case 'required': {
      const name = String(params.missingProperty)
      return { parameter: name, rule: 'missing', message: `${name} is missing${because}` }
    }
    case 'type': {
      const subject = parameter === '' ? 'The parameters' : parameter
      return { parameter, rule: 'type', message: `${subject} should be of type ${String(params.type)}` }
    }
    case 'enum':
      return { parameter, rule: 'value', message: `${parameter} should be ${choice(params.allowedValues)}${because}` }
    case 'pattern':
      return {
        parameter,
        rule: 'format',
        message: `${parameter} should be ${text.shouldBe[parameter] ?? 'well-formed'}`,
      }
    case 'maxLength':
      return { parameter, rule: 'length', message: `${parameter} should have at most ${params.limit} characters` }
    case 'minLength':
      return { parameter, rule: 'length', message: `${parameter} should have at least ${params.limit} characters` }
    default:
      return { parameter, rule: 'value', message: `${parameter} breaks the rule "${error.keyword}" of the spec` }
  }
}

function choice(values: unknown): string {
  if (!Array.isArray(values)) return 'one of the listed values'
  return values.length < 2 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
}
