import { type Draft, headersOf } from './exchange.ts'

export type Language = 'curl' | 'fetch' | '@tc3-edge/faceid'

/** The same request in code. The credential is a variable in all of it, so that none gets copied by accident. */
export function codeFor(language: Language, draft: Draft, upstream: string): string {
  if (language === 'curl') return curl(draft)
  return language === 'fetch' ? fetchCode(draft) : client(draft, upstream)
}

function curl(draft: Draft): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
  const headers = Object.entries(headersOf(draft, '')).map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)} \\`)
  return [
    `curl -i ${draft.endpoint}/v1/tokens \\`,
    ...(draft.credential === '' ? [] : [`  -H "Authorization: Bearer $CREDENTIAL" \\`]),
    ...headers,
    `  -d ${quoted(JSON.stringify(draft.body))}`,
  ].join('\n')
}

function fetchCode(draft: Draft): string {
  const headers = Object.entries(headersOf(draft, '')).map(
    ([name, value]) => `    ${literal(name)}: ${literal(value)},`,
  )
  return [
    `const response = await fetch(${literal(`${draft.endpoint}/v1/tokens`)}, {`,
    "  method: 'POST',",
    '  headers: {',
    ...(draft.credential === '' ? [] : ["    Authorization: 'Bearer ' + credential,"]),
    ...headers,
    '  },',
    `  body: JSON.stringify(${indented(draft.body)}),`,
    '})',
    'const answer = await response.json()',
    "if (!response.ok) throw new Error(answer.code + ': ' + answer.advice)",
    'console.log(answer.sdkToken, answer.expiresAt)',
  ].join('\n')
}

function client({ body }: Draft, upstream: string): string {
  return [
    '// Straight to the upstream, for servers that hold the account’s secrets: past presets and the gate.',
    "import { createFaceidClient } from '@tc3-edge/faceid'",
    '',
    'const faceid = createFaceidClient({',
    '  credentials: { secretId, secretKey },',
    "  region: 'ap-singapore',",
    `  endpoint: ${literal(upstream)}, // without it: Tencent Cloud`,
    '})',
    `const { SdkToken } = await faceid.ApplySdkVerificationToken(${indented(body.parameters ?? {}, '')})`,
    'console.log(SdkToken)',
  ].join('\n')
}

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function indented(value: unknown, indent = '  '): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
}
