import { array, type Json, object, resolve, string } from './spec-document.ts'

const RETRY_AFTER = ['always', 'sometimes', 'never']
const IDEMPOTENCY_KEY = ['same', 'new', 'either']

/** One problem of the endpoint's catalogue. */
interface Problem {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly advice: string
  readonly retryAfter: string
  readonly idempotencyKey: string
}

/**
 * The catalogue of problems of the endpoint's document, sorted by code.
 *
 * @throws Error for an entry that is incomplete, and for a response that has a code of another status, or that no response has.
 */
export function readProblems(endpoint: Json): Problem[] {
  const components = object(endpoint.components, 'components')
  const schema = object(object(components.schemas, 'components.schemas').ProblemCode, 'ProblemCode')
  const problems = array(schema.oneOf, 'ProblemCode.oneOf').map(readProblem)
  checkResponses(endpoint, problems)
  return problems.sort((a, b) => (a.code < b.code ? -1 : 1))
}

function readProblem(entry: unknown, index: number): Problem {
  const fields = object(entry, `ProblemCode.oneOf[${index}]`)
  const code = string(fields.const, `ProblemCode.oneOf[${index}].const`)
  const { 'x-status': status } = fields
  if (!Number.isInteger(status)) throw new Error(`${code}: x-status should be an HTTP status`)
  return {
    code,
    status: Number(status),
    title: string(fields.title, `${code}: title`),
    advice: string(fields.description, `${code}: description`),
    retryAfter: oneOf(RETRY_AFTER, fields['x-retry-after'], `${code}: x-retry-after`),
    idempotencyKey: oneOf(IDEMPOTENCY_KEY, fields['x-idempotency-key'], `${code}: x-idempotency-key`),
  }
}

function oneOf(values: readonly string[], value: unknown, where: string): string {
  if (typeof value === 'string' && values.includes(value)) return value
  throw new Error(`${where} should be ${values.join(' or ')}, but is ${JSON.stringify(value)}`)
}

/** Every problem is listed by a response, and only by those of its status. */
function checkResponses(endpoint: Json, problems: readonly Problem[]): void {
  const listed = responsesOf(endpoint).flatMap(({ where, status, response }) =>
    codesIn(endpoint, response).map((code) => ({ where, status, code })),
  )
  for (const { where, status, code } of listed) {
    const known = problems.find((problem) => problem.code === code)
    if (known === undefined) throw new Error(`${where} has ${code}, which ProblemCode lacks`)
    if (known.status !== status) throw new Error(`${where} has ${code}, whose x-status is ${known.status}`)
  }
  const missing = problems.find((problem) => !listed.some(({ code }) => code === problem.code))
  if (missing !== undefined) throw new Error(`No response has the problem ${missing.code}`)
}

function responsesOf(endpoint: Json) {
  return Object.entries(object(endpoint.paths, 'paths')).flatMap(([path, item]) =>
    Object.entries(object(item, path)).flatMap(([method, operation]) =>
      Object.entries(Object(operation).responses ?? {}).map(([status, response]) => ({
        where: `paths[${path}].${method}.responses.${status}`,
        status: Number(status),
        response,
      })),
    ),
  )
}

/** The codes that a response lists: those of the `enum` of its `code`. */
function codesIn(endpoint: Json, response: unknown): string[] {
  const { content } = resolve(endpoint, response, 'responses')
  const { schema } = Object(Object(content)['application/problem+json'])
  const parts: unknown[] = [Object(schema).allOf ?? []].flat()
  return parts.flatMap((part) => Object(part).properties?.code?.enum ?? [])
}

/** The Worker's table of problems. */
export function problemsModule(problems: readonly Problem[]): string {
  const rows = problems.map(({ code, ...problem }) => [code, problem])
  return `
export type ProblemCode = ${union(problems.map(({ code }) => code))}

export interface ProblemType {
  /** The HTTP status. */
  readonly status: number
  readonly title: string
  /** What to do about it. */
  readonly advice: string
  /** Whether the response has a Retry-After. */
  readonly retryAfter: ${union(RETRY_AFTER)}
  /** Which Idempotency-Key to send next; \`either\` where nothing was carried out. */
  readonly idempotencyKey: ${union(IDEMPOTENCY_KEY)}
}

/** The catalogue of problems (RFC 9457). */
export const problems: Readonly<Record<ProblemCode, ProblemType>> = ${JSON.stringify(Object.fromEntries(rows), null, 2)}
`
}

const union = (values: readonly string[]) => values.map((value) => `'${value}'`).join(' | ')

/** The page of the guide that lists all problems. */
export function problemsPage(problems: readonly Problem[]): string {
  const rows = [...problems]
    .sort((a, b) => a.status - b.status)
    .map(
      ({ code, status, title, advice, retryAfter, idempotencyKey }) =>
        `| ${status} | \`${code}\` | ${title}. ${advice} | ${retryAfter} | ${idempotencyKey} |`,
    )
  return `
# Problems

Every error response is a problem document (RFC 9457) with one of these codes. The codes are stable; titles and advice are for
people and may change.

- **Retry-After**: whether the response has this header.
- **Idempotency-Key**: which key to send next. \`same\`: repeat the request with the same key. \`new\`: make a new key. \`either\`: it
  makes no difference, because nothing was carried out.

| status | code | what it means, what to do | Retry-After | Idempotency-Key |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
