import { parseArgs } from 'node:util'
import { type Credential, developmentCredential } from './credential.ts'
import type { ServerOptions } from './node.ts'
import { isObject, type JsonObject } from './spec/json.ts'

export const USAGE: string = `tc3-emulator: a stand-in for Tencent Cloud's faceid API.

  --port NUMBER                 default 9320; 0 takes any free port
  --host ADDRESS                default 127.0.0.1
  --secret-id ID                together with --secret-key; default: development credentials
  --secret-key KEY
  --token TOKEN                 the session token of temporary credentials
  --requests-per-second NUMBER  default: as the API documents it, 20
  --window calendar|sliding     how a second is counted; default sliding
  --count-refused               a call refused for the limit uses the quota as well
  --count-expired               a call refused as expired uses the quota as well
  --region REGION               a region to accept, may be repeated; default: the documented ones
  --answer ACTION=JSON          fields of a fixed answer, may be repeated
  --strict-host                 refuse what the official SDKs sign for an endpoint that is not Tencent's
  --recorder-capacity NUMBER    how many requests are kept; default 100000
  --control                     serve the control routes under /__emulator
  --help
`

const flags = {
  port: { type: 'string', default: '9320' },
  host: { type: 'string' },
  'secret-id': { type: 'string' },
  'secret-key': { type: 'string' },
  token: { type: 'string' },
  'requests-per-second': { type: 'string' },
  window: { type: 'string' },
  'count-refused': { type: 'boolean' },
  'count-expired': { type: 'boolean' },
  region: { type: 'string', multiple: true },
  answer: { type: 'string', multiple: true },
  'strict-host': { type: 'boolean' },
  'recorder-capacity': { type: 'string' },
  control: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

export interface Command {
  help: boolean
  options: ServerOptions
  /** What to say once it listens at this address. */
  greeting: (url: string) => string
}

/** @throws {TypeError} naming the argument and what it should be. */
export function parseCommandLine(args: string[]): Command {
  const { values } = parseArgs({ args, options: flags, strict: true })
  const credential = credentialOf(values['secret-id'], values['secret-key'], values.token)
  const options: ServerOptions = {
    port: wholeNumber('port', values.port, 0, 65535),
    ...(values.host !== undefined && { host: values.host }),
    ...(credential && { credentials: [credential] }),
    ...countOption('requests-per-second', 'requestsPerSecond', values['requests-per-second']),
    ...countOption('recorder-capacity', 'recorderCapacity', values['recorder-capacity']),
    ...(values.window !== undefined && { window: windowOf(values.window) }),
    ...(values.region && { regions: values.region }),
    ...(values.answer && { answers: Object.fromEntries(values.answer.map(answerOf)) }),
    countExpired: values['count-expired'] ?? false,
    countRefused: values['count-refused'] ?? false,
    sdkEndpoints: !values['strict-host'],
    control: values.control ?? false,
  }
  return { help: values.help ?? false, options, greeting: (url) => greeting(url, credential, options) }
}

function greeting(url: string, credential: Credential | undefined, { control }: ServerOptions): string {
  const lines = [`faceid emulator at ${url}`]
  if (credential) lines.push(`SecretId   ${credential.secretId}`, 'SecretKey  as given')
  else {
    lines.push('Development credentials, which open nothing but this emulator:')
    lines.push(`SecretId   ${developmentCredential.secretId}`, `SecretKey  ${developmentCredential.secretKey}`)
  }
  if (control) lines.push(`Control    ${url}/__emulator/report`)
  return lines.join('\n')
}

function credentialOf(secretId?: string, secretKey?: string, token?: string): Credential | undefined {
  if (secretId === undefined && secretKey === undefined && token === undefined) return undefined
  if (!secretId || !secretKey) throw new TypeError('--secret-id and --secret-key go together; neither may be empty.')
  return token === undefined ? { secretId, secretKey } : { secretId, secretKey, token }
}

function windowOf(value: string): 'calendar' | 'sliding' {
  if (value === 'calendar' || value === 'sliding') return value
  throw new TypeError(`--window is calendar or sliding, not ${JSON.stringify(value)}.`)
}

function countOption<Name extends string>(flag: string, name: Name, value?: string): { [key in Name]?: number } {
  const options: { [key in Name]?: number } = {}
  if (value !== undefined) options[name] = wholeNumber(flag, value, 1, 1e9)
  return options
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
