import { developmentCredential } from '@tc3-edge/emulator'
import type { FirstRequest } from './first-request.ts'
import type { Upstream } from './upstream.ts'

export interface Running {
  readonly endpoint: string
  /** The key made for this run; none where the environment has set up callers. */
  readonly apiKey: string | undefined
  /** A JWT of the development issuer; none where the environment has set up callers. */
  readonly jwt: string | undefined
  readonly upstream: Upstream
  readonly playground: string | undefined
  /** What issues a token; none where no preset lets the callers have one as they are. */
  readonly first: FirstRequest | undefined
  /** Who sends it: an API key or a JWT, or a shell's variable for one. */
  readonly credential: string
}

/** What `pnpm start` prints when everything listens. */
export function banner(running: Running): string {
  const { endpoint, apiKey, jwt, upstream, playground } = running
  const lines = ['', 'Ready. Ctrl-C stops everything.', '', `  Token endpoint   ${endpoint}`]
  if (apiKey !== undefined) lines.push(`    API key        ${apiKey}   (for this run only)`)
  if (jwt !== undefined) lines.push(`    JWT of a user  ${jwt}`)
  if (upstream.emulator === undefined) {
    lines.push(`  Upstream         ${upstream.url}   with the secrets of the environment`)
  } else {
    lines.push(
      `  Emulator         ${upstream.url}   stands in for Tencent Cloud`,
      `    SecretId       ${developmentCredential.secretId}`,
      `    SecretKey      ${developmentCredential.secretKey}`,
    )
  }
  if (playground !== undefined) lines.push(`  Playground       ${playground}   and the API reference at /docs`)
  return [...lines, '', ...howToIssue(running), ''].join('\n')
}

function howToIssue({ endpoint, first, credential }: Running): string[] {
  if (first === undefined) return ['No token can be had as it is: PRESETS opens none to these callers.']
  const body = JSON.stringify(first).replaceAll("'", "'\\''")
  return [
    'Issue a token:',
    '',
    `curl -i ${endpoint}/v1/tokens \\`,
    `  -H "Authorization: Bearer ${credential}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${body}'`,
  ]
}
