import type { ApiError } from './api-error.ts'

export type Language = 'en-US' | 'zh-CN'

/** The wording is ours: Tencent's changes without notice, so nothing may depend on either. `{}` is what it is about. */
const messages: Record<string, Record<Language, string>> = {
  'AuthFailure.InvalidAuthorization': {
    'en-US': 'The Authorization header is absent or malformed.',
    'zh-CN': 'Authorization 请求头缺失或格式不正确。',
  },
  'AuthFailure.SecretIdNotFound': { 'en-US': 'There is no such SecretId.', 'zh-CN': '密钥不存在。' },
  'AuthFailure.SignatureExpire': {
    'en-US': 'The signature has expired: X-TC-Timestamp is more than five minutes off.',
    'zh-CN': '签名过期:X-TC-Timestamp 与服务器时间相差超过五分钟。',
  },
  'AuthFailure.SignatureFailure': { 'en-US': 'The signature does not match.', 'zh-CN': '签名不匹配。' },
  'AuthFailure.TokenFailure': {
    'en-US': 'X-TC-Token does not belong to these credentials.',
    'zh-CN': 'X-TC-Token 与密钥不符。',
  },
  InvalidAction: { 'en-US': 'There is no action {}.', 'zh-CN': '接口 {} 不存在。' },
  InvalidParameter: { 'en-US': 'Wrong format or type: {}.', 'zh-CN': '参数格式或类型错误:{}。' },
  InvalidParameterValue: { 'en-US': 'This value is not allowed: {}.', 'zh-CN': '参数取值错误:{}。' },
  'InvalidParameterValue.BizTokenExpired': { 'en-US': 'The token has expired.', 'zh-CN': '令牌已过期。' },
  'InvalidParameterValue.BizTokenIllegal': { 'en-US': 'There is no such token.', 'zh-CN': '令牌不存在。' },
  MissingParameter: { 'en-US': 'This is required: {}.', 'zh-CN': '缺少必填参数:{}。' },
  NoSuchVersion: { 'en-US': 'There is no version {}.', 'zh-CN': '接口版本 {} 不存在。' },
  RequestLimitExceeded: {
    'en-US': 'More requests in a second than the limit of {} allows.',
    'zh-CN': '请求次数超过了频率限制:{}。',
  },
  RequestSizeLimitExceeded: { 'en-US': 'The request is too large: {}.', 'zh-CN': '请求包超过限制大小:{}。' },
  UnknownParameter: { 'en-US': 'There is no such parameter: {}.', 'zh-CN': '未知参数:{}。' },
  UnsupportedProtocol: { 'en-US': 'Not supported: {}.', 'zh-CN': '不支持的请求协议:{}。' },
  UnsupportedRegion: { 'en-US': 'There is no region {}.', 'zh-CN': '接口不支持地域 {}。' },
}

const ordered: Record<Language, string> = {
  'en-US': 'The emulator was told to return this error.',
  'zh-CN': '模拟器按指令返回此错误。',
}

/** The message of an error answer. */
export function messageOf(error: ApiError, language: Language): string {
  const message = wordingOf(error, language).replace('{}', () => error.subject ?? '')
  return error.hint === '' ? message : `${message} ${error.hint}`
}

/** An error that needs a subject and has none comes from a fault rule. */
function wordingOf({ code, subject }: ApiError, language: Language): string {
  const wording = Object.hasOwn(messages, code) ? messages[code]?.[language] : undefined
  if (wording === undefined || (subject === undefined && wording.includes('{}'))) return ordered[language]
  return wording
}
