export interface Running {
  readonly endpoint: string
  /** The key made for this run; none where the environment has set keys. */
  readonly apiKey: string | undefined
  /** A JWT of the development issuer; none where the environment has set up callers. */
  readonly jwt: string | undefined
  readonly upstream: string
  /** The emulator's credentials; none where the upstream is the real one. */
  readonly emulated: { readonly secretId: string; readonly secretKey: string } | undefined
  /** None where the upstream is the real one: every press of a button there would be a paid call. */
  readonly playground: string | undefined
}

/** What `pnpm start` prints when everything listens. */
export function banner({ endpoint, apiKey, jwt, upstream, emulated, playground }: Running): string {
  const lines = ['', 'Ready. Ctrl-C stops everything.', '', `  Token endpoint   ${endpoint}`]
  if (apiKey !== undefined) lines.push(`    API key        ${apiKey}   (for this run only)`)
  if (jwt !== undefined) lines.push(`    JWT of a user  ${jwt}`)
  if (emulated === undefined) {
    lines.push(`  Upstream         ${upstream}   with the secrets of the environment`)
  } else {
    lines.push(
      `  Emulator         ${upstream}   stands in for Tencent Cloud`,
      `    SecretId       ${emulated.secretId}`,
      `    SecretKey      ${emulated.secretKey}`,
    )
  }
  if (playground !== undefined) lines.push(`  Playground       ${playground}   and the API reference at /docs`)
  return [...lines, '', 'Issue a token:', '', curl(endpoint, apiKey ?? '$YOUR_API_KEY'), ''].join('\n')
}

/** A command that works as printed, with the example request of Tencent Cloud's document. */
function curl(endpoint: string, apiKey: string): string {
  const body = {
    preset: 'default',
    parameters: { CheckMode: 1, SecurityLevel: 4, NeedVerifyIdCard: true, Extra: 'fewfewf', IdCardType: 'HK' },
  }
  return [
    `curl -i ${endpoint}/v1/tokens \\`,
    `  -H "Authorization: Bearer ${apiKey}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n')
}
