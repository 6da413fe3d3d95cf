import { developmentCredential } from '@tc3-edge/emulator'
import type { Caller } from '../src/auth/caller.ts'
import { applyPreset } from '../src/request/apply-preset.ts'
import type { Presets } from '../src/settings/preset.ts'

export interface Running {
  readonly endpoint: string
  /** The API key made for this run; undefined if the environment has callers of its own. */
  readonly apiKey: string | undefined
  /** A JWT of the development issuer; undefined if the environment has callers of its own. */
  readonly jwt: string | undefined
  readonly upstream: { readonly url: string; readonly isEmulator: boolean }
  readonly playground: string | undefined
  /** A request that issues a token; undefined if no preset allows the callers one. */
  readonly example: TokenRequest | undefined
  /** Its credential: an API key, a JWT, or a shell variable that holds one. */
  readonly credential: string
}

/** Returns what `pnpm start` prints when everything listens. */
export function banner(running: Running): string {
  const { endpoint, apiKey, jwt, upstream, playground } = running
  const lines = ['', 'Ready. Ctrl-C stops everything.', '', `  Token endpoint   ${endpoint}`]
  if (apiKey !== undefined) lines.push(`    API key        ${apiKey}   (for development only)`)
  if (jwt !== undefined) lines.push(`    JWT of a user  ${jwt}`)
  if (upstream.isEmulator) {
    lines.push(
      `  Emulator         ${upstream.url}   stands in for Tencent Cloud`,
      `    SecretId       ${developmentCredential.secretId}`,
      `    SecretKey      ${developmentCredential.secretKey}`,
    )
  } else {
    lines.push(`  Upstream         ${upstream.url}   with your own secrets: every token is billed`)
  }
  if (playground !== undefined) lines.push(`  Playground       ${playground}   and the API reference at /docs`)
  return [...lines, '', ...curlCommands(running), ''].join('\n')
}

/** Two commands for one shell: the second sends the token that the first has received. */
function curlCommands({ endpoint, example, credential }: Running): string[] {
  if (example === undefined) return ['No preset in PRESETS allows these callers to request a token.']
  const headers = [`  -H "Authorization: Bearer ${credential}" \\`, `  -H "Content-Type: application/json" \\`]
  return [
    'Issue a token:',
    '',
    `issued=$(curl -is ${endpoint}/v1/tokens \\`,
    ...headers,
    `  -d '${JSON.stringify(example)}'); echo "$issued"`,
    '',
    'Read the result of its verification:',
    '',
    `curl -i ${endpoint}/v1/results \\`,
    ...headers,
    `  -d "{$(echo "$issued" | grep -o '"sdkToken":"[^"]*","receipt":"[^"]*"')}"`,
  ]
}

type Parameters = Readonly<Record<string, unknown>>

export interface TokenRequest {
  readonly preset?: string
  readonly parameters?: Parameters
}

/** Parameters to try in this order: from the most instructive to none; the last is for presets that compare with a photo. */
const EXAMPLES: readonly (Parameters | undefined)[] = [
  { CheckMode: 1, SecurityLevel: 4, NeedVerifyIdCard: true, IdCardType: 'HK' },
  { IdCardType: 'HK' },
  undefined,
  { CompareImage: 'AAAA' },
]

/** Returns a request that the presets allow this kind of caller; undefined if they allow none. */
export function exampleRequest(presets: Presets, kind: Caller['kind']): TokenRequest | undefined {
  const names = Object.keys(presets).toSorted((a, b) => Number(b === 'default') - Number(a === 'default'))
  for (const preset of names) {
    for (const parameters of EXAMPLES) {
      if (!isAllowed(presets, kind, preset, parameters)) continue
      if (parameters !== undefined) return { preset, parameters }
      return preset === 'default' ? {} : { preset }
    }
  }
  return undefined
}

/** Whether the endpoint itself would allow it. */
function isAllowed(presets: Presets, kind: Caller['kind'], preset: string, parameters: Parameters = {}): boolean {
  try {
    applyPreset(presets, { kind }, { preset, parameters })
    return true
  } catch {
    return false
  }
}
