import { TencentError } from '@tc3-edge/faceid'
import type { LogFacts } from '../log/fields.ts'
import { isParameter } from '../parameters.ts'
import { SettingsError } from '../settings/settings.ts'
import type { Problem } from './problem.ts'

/** Returns why a request failed, for its log line. Leaves messages out: they may quote what came from outside. */
export function describeFailure(problem: Problem): LogFacts {
  const parameters = problem.options.errors?.map(({ parameter }) => parameter).filter(isParameter) ?? []
  return {
    code: problem.code,
    ...(parameters.length > 0 && { parameters: [...new Set(parameters)] }),
    ...describeCause(problem),
    ...problem.options.log,
  }
}

function describeCause({ code, cause }: Problem): LogFacts {
  if (cause instanceof SettingsError) return { invalidSettings: cause.issues }
  if (cause instanceof TencentError) {
    return {
      upstreamCode: cause.code,
      ...(cause.requestId !== undefined && { upstreamRequestId: cause.requestId }),
      ...(cause.cause instanceof Error && { cause: classifyError(cause.cause) }),
    }
  }
  if (!(cause instanceof Error)) return {}
  return { cause: classifyError(cause), ...(code === 'internal-error' && { stack: framesOf(cause) }) }
}

/** A fixed word for each beginning of the runtime's messages, which may name a host or quote something. */
const runtimeMessages: Readonly<Record<string, string>> = {
  'Network connection lost': 'connection-lost',
  'DNS lookup failed': 'no-such-host',
  'TLS peer': 'certificate',
}

/** Returns an error's name, its code, and in fixed words what the platform says of a failed object or host. */
function classifyError(error: Error): string {
  const { code, ...flags } = Object(error)
  const words = ['overloaded', 'durableObjectReset', 'retryable'].filter((flag) => flags[flag] === true)
  const known = Object.keys(runtimeMessages).find((start) => error.message.startsWith(start))
  if (known !== undefined) words.unshift(runtimeMessages[known] ?? '')
  if (typeof code === 'string' && /^[\w.-]{1,40}$/.test(code)) words.unshift(code)
  return [error.name, ...words].join(' ')
}

/** The frames of a stack trace, without the message above them. */
function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim())
}
