import { ApiError } from '../api-error.ts'
import type { ApiDescription } from '../spec/api-description.ts'

/**
 * The APIs that a signed request may be for. Tencent tells services apart by host; in front of an emulator that answers
 * for all of them under one address, the service of the credential scope does.
 *
 * @param service that of the credential scope.
 * @param sdkEndpoints whether to accept a scope named after a host that is not Tencent's, as the official SDKs sign.
 * @throws {ApiError} AuthFailure.SignatureFailure
 */
export function findApis(
  apis: readonly ApiDescription[],
  host: string,
  service: string,
  sdkEndpoints: boolean,
): readonly ApiDescription[] {
  const served = isTencents(host) ? apisOfHost(apis, host) : apis
  const scoped = served.filter((api) => api.service === service)
  if (scoped.length > 0) return scoped
  if (sdkEndpoints && !isTencents(host) && service === host.split('.')[0]) return served
  const services = [...new Set(served.map((api) => api.service))].join(' or ')
  throw new ApiError(
    'AuthFailure.SignatureFailure',
    undefined,
    `The service in the credential scope is ${services}, not ${service}.`,
  )
}

/** There the SDKs name the service as they should. */
function isTencents(host: string): boolean {
  return /(^|\.)tencentcloudapi\.com(:\d+)?$/i.test(host)
}

/** All of them where no service has that host: a client in the same process may call any. */
function apisOfHost(apis: readonly ApiDescription[], host: string): readonly ApiDescription[] {
  const found = apis.filter(({ service }) => service === host.split('.')[0]?.toLowerCase())
  return found.length > 0 ? found : apis
}
