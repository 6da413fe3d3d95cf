import { ApiError } from '../api-error.ts'
import type { HttpRequest } from '../request.ts'

export const POST_LIMIT_BYTES: number = 10 * 1024 * 1024
export const GET_LIMIT_BYTES: number = 32 * 1024

/**
 * Method, size and content type.
 *
 * @throws {ApiError} UnsupportedProtocol, RequestSizeLimitExceeded
 */
export function checkTransport(request: HttpRequest): void {
  if (request.method === 'POST') checkPost(request)
  else if (request.method === 'GET') checkGet(request)
  else throw new ApiError('UnsupportedProtocol', `the method ${request.method}`, 'Use POST or GET.')
}

function checkPost(request: HttpRequest): void {
  if (request.bodyBytes > POST_LIMIT_BYTES) {
    throw new ApiError('RequestSizeLimitExceeded', `${request.bodyBytes} bytes`, 'A POST may have 10 MB.')
  }
  const { type, charset } = mediaType(request)
  if (type === 'application/json' && (charset === undefined || charset === 'utf-8')) return
  const hint =
    type === 'application/x-www-form-urlencoded'
      ? 'Forms belong to signature v1, which the emulator does not know: switch the client to TC3-HMAC-SHA256.'
      : 'POST application/json in UTF-8.'
  throw new ApiError('UnsupportedProtocol', contentTypeText(request), hint)
}

function checkGet(request: HttpRequest): void {
  if (request.query.length > GET_LIMIT_BYTES) {
    throw new ApiError('RequestSizeLimitExceeded', `a query of ${request.query.length} bytes`, 'A GET may have 32 KB.')
  }
  if (mediaType(request).type === 'application/x-www-form-urlencoded') return
  throw new ApiError('UnsupportedProtocol', contentTypeText(request), 'GET with application/x-www-form-urlencoded.')
}

function mediaType(request: HttpRequest): { type: string; charset: string | undefined } {
  const header = request.headers.get('content-type') ?? ''
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  return { type, charset: charset?.replaceAll('"', '') }
}

function contentTypeText(request: HttpRequest): string {
  const header = request.headers.get('content-type')
  return header === null ? 'a request without Content-Type' : `Content-Type ${header}`
}
