import type * as api from '../generated/api.ts'
import { type ProblemCode, problems } from '../generated/problems.ts'
import type { LogFacts } from '../log/fields.ts'

/** One invalid parameter of the request. */
export type ProblemItem = NonNullable<api.Problem['errors']>[number]

interface ProblemOptions {
  readonly headers?: Readonly<Record<string, string>>
  readonly errors?: ProblemItem[]
  /** When a retry makes sense, in seconds. */
  readonly retryAfter?: number
  /** Whether capacity is kept for the caller until then. */
  readonly promised?: boolean
  readonly upstreamRequestId?: string | undefined
  /** Facts for the log only. */
  readonly log?: LogFacts
  readonly cause?: unknown
}

/** Thrown where a request can't be served; the response is a problem document. `detail` is public. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly options: ProblemOptions

  constructor(code: ProblemCode, detail: string, options: ProblemOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.options = options
  }

  /** Returns the same problem with more facts for the log. Its own take precedence. */
  withLog(log: LogFacts): Problem {
    return new Problem(this.code, this.message, { ...this.options, log: { ...log, ...this.options.log } })
  }
}

/** Returns the problem document (RFC 9457). */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { status, title, advice } = problems[problem.code]
  const { errors, headers, retryAfter, promised, upstreamRequestId } = problem.options
  const body: api.Problem = {
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    advice,
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(promised === undefined ? {} : { promised }),
    requestId,
    ...(upstreamRequestId === undefined ? {} : { upstreamRequestId }),
  }
  return new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    },
  })
}
