import { parseArgs } from 'node:util'
import { type Credential, developmentCredential } from './credential.ts'
import { type Outcome, outcomes } from './faceid/outcome.ts'
import { parseRule } from './faults/parse-rule.ts'
import type { FaultRule } from './faults/rule.ts'
import { isObject, type JsonObject, parseJson } from './json.ts'
import type { ServerOptions } from './node.ts'

export const USAGE: string = `tc3-emulator: a stand-in for Tencent Cloud's faceid API, or for any other.

  --port NUMBER                 default 9320; 0 takes any free port
  --host ADDRESS                default 127.0.0.1
  --credential ID:KEY[:TOKEN]   may be repeated; default: development credentials
  --spec FILE                   an OpenAPI document in YAML or JSON instead of faceid, may be repeated
  --requests-per-second NUMBER  or "unlimited"; default: as the API documents it, 20
  --window calendar|sliding     how a second is counted; default sliding
  --count-refused               a call refused for the limit uses the quota as well
  --count-expired               a call refused as expired uses the quota as well
  --region REGION               a region to accept, may be repeated; default: the documented ones
  --answer ACTION=JSON          fields of a fixed answer, may be repeated
  --fault RULE                  a fault rule in JSON, such as '{"next":2,"fault":{"kind":"reset"}}', may be repeated
  --outcome OUTCOME             the outcome of verifications; default passed
  --unknown-parameters          accept parameters that the API does not have
  --strict-host                 refuse what the official SDKs sign for an endpoint that is not Tencent's
  --recording-bytes NUMBER      memory for the recorded requests, in bytes; default 33554432
  --control                     serve the control routes under /__emulator
  --quiet                       no line for each request
  --version
  --help
`

const flags = {
  port: { type: 'string', default: '9320' },
  host: { type: 'string' },
  credential: { type: 'string', multiple: true },
  spec: { type: 'string', multiple: true },
  'requests-per-second': { type: 'string' },
  window: { type: 'string' },
  'count-refused': { type: 'boolean', default: false },
  'count-expired': { type: 'boolean', default: false },
  region: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  fault: { type: 'string', multiple: true },
  outcome: { type: 'string' },
  'unknown-parameters': { type: 'boolean', default: false },
  'strict-host': { type: 'boolean', default: false },
  'recording-bytes': { type: 'string' },
  control: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

export interface Command {
  help: boolean
  version: boolean
  quiet: boolean
  /** Paths of API descriptions. */
  specs: string[]
  faults: FaultRule[]
  options: ServerOptions
  /** What to say once it listens at this address. */
  greeting: (url: string) => string
}

/** @throws {TypeError} naming the argument and what it should be. */
export function parseCommandLine(args: string[]): Command {
  const { values } = parseArgs({ args, options: flags, strict: true })
  const credentials = values.credential?.map(credentialOf)
  const limit = values['requests-per-second']
  const recording = values['recording-bytes']
  const options: ServerOptions = {
    port: wholeNumber('port', values.port, 0, 65535),
    ...(values.host !== undefined && { host: values.host }),
    ...(credentials && { credentials }),
    ...(limit !== undefined && { requestsPerSecond: limitOf(limit) }),
    ...(recording !== undefined && { recordingBytes: wholeNumber('recording-bytes', recording, 1, 4e9) }),
    ...(values.window !== undefined && { window: oneOf('window', values.window, ['calendar', 'sliding'] as const) }),
    ...(values.region && { regions: values.region }),
    ...(values.answer && { answers: Object.fromEntries(values.answer.map(answerOf)) }),
    ...(values.outcome !== undefined && { outcome: oneOf<Outcome>('outcome', values.outcome, outcomes) }),
    countExpired: values['count-expired'],
    countRefused: values['count-refused'],
    unknownParameters: values['unknown-parameters'],
    sdkEndpoints: !values['strict-host'],
    control: values.control,
  }
  return {
    help: values.help,
    version: values.version,
    quiet: values.quiet,
    specs: values.spec ?? [],
    faults: (values.fault ?? []).map(faultOf),
    options,
    greeting: (url) => greeting(url, options),
  }
}

function greeting(url: string, { credentials, control }: ServerOptions): string {
  const lines = [`Tencent Cloud emulator at ${url}`]
  for (const { secretId } of credentials ?? []) lines.push(`SecretId   ${secretId}`, 'SecretKey  as given')
  if (!credentials) {
    lines.push('Development credentials, valid for this emulator only:')
    lines.push(`SecretId   ${developmentCredential.secretId}`, `SecretKey  ${developmentCredential.secretKey}`)
  }
  if (control) lines.push(`Control    ${url}/__emulator/report`)
  return lines.join('\n')
}

/** Never says what it found: it might be a key. */
function credentialOf(text: string): Credential {
  const [secretId, secretKey, token, ...more] = text.split(':')
  if (!secretId || !secretKey || token === '' || more.length > 0) {
    throw new TypeError('--credential is ID:KEY, or ID:KEY:TOKEN for temporary credentials.')
  }
  return token === undefined ? { secretId, secretKey } : { secretId, secretKey, token }
}

function limitOf(text: string): number | 'unlimited' {
  return text === 'unlimited' ? text : wholeNumber('requests-per-second', text, 1, 1e9)
}

function oneOf<Value extends string>(flag: string, text: string, values: readonly Value[]): Value {
  const value = values.find((known) => known === text)
  if (value !== undefined) return value
  throw new TypeError(`--${flag} is one of ${values.join(', ')}, not ${JSON.stringify(text)}.`)
}

function wholeNumber(flag: string, value: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw new TypeError(`--${flag} is a whole number from ${least} to ${most}, not ${JSON.stringify(value)}.`)
}

function answerOf(text: string): [action: string, answer: JsonObject] {
  const [action = '', json = ''] = text.split(/=(.*)/s)
  const answer = parseJson(json)
  if (action !== '' && isObject(answer)) return [action, answer]
  throw new TypeError(`--answer is ACTION=JSON, such as ApplySdkVerificationToken='{"SdkToken":"A"}'.`)
}

function faultOf(text: string): FaultRule {
  const rule = parseJson(text)
  if (rule === undefined) throw new TypeError(`--fault is JSON, such as '{"next":2,"fault":{"kind":"reset"}}'.`)
  return parseRule(rule)
}
