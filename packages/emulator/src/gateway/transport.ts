import { ApiError } from '../api-error.ts'
import { type HttpRequest, MAX_BODY_BYTES } from '../http-request.ts'

const MAX_QUERY_BYTES = 32 * 1024

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
  if (request.bodyBytes > MAX_BODY_BYTES) {
    throw new ApiError('RequestSizeLimitExceeded', `${request.bodyBytes} bytes`, 'A POST may have 10 MB.')
  }
  const { type, charset } = mediaType(request)
  if (type === 'application/json' && (charset === undefined || charset === 'utf-8')) return
  throw new ApiError('UnsupportedProtocol', contentTypeText(request), 'POST application/json in UTF-8.')
}

function checkGet(request: HttpRequest): void {
  if (request.query.length > MAX_QUERY_BYTES) {
    throw new ApiError('RequestSizeLimitExceeded', `a query of ${request.query.length} bytes`, 'A GET may have 32 KB.')
  }
  if (mediaType(request).type === 'application/x-www-form-urlencoded') return
  throw new ApiError('UnsupportedProtocol', contentTypeText(request), 'GET with application/x-www-form-urlencoded.')
}

/** Sent twice, as acme.sh does, it counts as the first. */
export function contentTypeOf({ headers }: HttpRequest): string | undefined {
  return headers['content-type']?.split(',', 1)[0]
}

function mediaType(request: HttpRequest): { type: string; charset: string | undefined } {
  const header = contentTypeOf(request) ?? ''
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length)
  return { type, charset: charset?.replaceAll('"', '') }
}

function contentTypeText(request: HttpRequest): string {
  const header = contentTypeOf(request)
  return header === undefined ? 'a request without Content-Type' : `Content-Type ${header}`
}
