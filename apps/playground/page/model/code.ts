import { type ApiRequest, headersOf, TOKENS } from './exchange.ts'
import { isObject } from './json.ts'

export const languages = ['curl', 'fetch', 'faceid'] as const
export type Language = (typeof languages)[number]

/** The request in code. The credential is a variable, so that none is copied by accident. */
export function codeFor(language: Language, request: ApiRequest, upstream: string): string {
  if (language === 'curl') return curl(request)
  return language === 'fetch' ? fetchCode(request) : client(request, upstream)
}

function curl(request: ApiRequest): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
  const headers = Object.entries(headersOf(request, '')).map(
    ([name, value]) => `  -H ${quoted(`${name}: ${value}`)} \\`,
  )
  return [
    `curl -i ${request.endpoint}${request.path} \\`,
    ...(request.credential === '' ? [] : [`  -H "Authorization: Bearer $CREDENTIAL" \\`]),
    ...headers,
    `  -d ${quoted(JSON.stringify(request.body))}`,
  ].join('\n')
}

function fetchCode(request: ApiRequest): string {
  const headers = Object.entries(headersOf(request, '')).map(
    ([name, value]) => `    ${literal(name)}: ${literal(value)},`,
  )
  return [
    `const response = await fetch(${literal(`${request.endpoint}${request.path}`)}, {`,
    "  method: 'POST',",
    '  headers: {',
    ...(request.credential === '' ? [] : ["    Authorization: 'Bearer ' + credential,"]),
    ...headers,
    '  },',
    `  body: JSON.stringify(${indented(request.body)}),`,
    '})',
    'const body = await response.json()',
    "if (!response.ok) throw new Error(body.code + ': ' + body.advice)",
    request.path === TOKENS ? 'console.log(body.sdkToken, body.expiresAt)' : 'console.log(body.verdict)',
  ].join('\n')
}

function client({ path, body }: ApiRequest, upstream: string): string {
  const parameters = isObject(body.parameters) ? body.parameters : {}
  const call =
    path === TOKENS
      ? [`const { SdkToken } = await faceid.ApplySdkVerificationToken(${indented(parameters, '')})`]
      : [`const result = await faceid.GetSdkVerificationResult(${indented({ SdkToken: body.sdkToken }, '')})`]
  return [
    '// Calls Tencent Cloud itself, without presets and rate limit: for servers that hold the secrets.',
    "import { createFaceidClient } from '@tc3-edge/faceid'",
    '',
    'const faceid = createFaceidClient({',
    '  credentials: { secretId, secretKey },',
    "  region: 'ap-singapore',",
    `  endpoint: ${literal(upstream)}, // default: Tencent Cloud`,
    '})',
    ...call,
  ].join('\n')
}

function literal(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function indented(value: unknown, indent = '  '): string {
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`)
}
