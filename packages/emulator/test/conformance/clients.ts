import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import intlCommon from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js'
import intlFaceid from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/faceid/index.js'
import { envelopeOf } from '../support/envelope.ts'
import { rawRequest } from '../support/raw-request.ts'
import { signByHand } from '../support/sign.ts'
import type { Client, ClientSetup, Parameters } from './client.ts'

/** `tencentcloud-sdk-nodejs-common`. */
export const commonSdk: Client = {
  name: 'tencentcloud-sdk-nodejs-common',
  call: (parameters, setup) => {
    const { credential, region, language, method, url } = setup
    const httpProfile = { reqMethod: method, protocol: 'http://', endpoint: hostOf(url), headers: headersOf(setup) }
    const profile = { httpProfile, ...(language && { language }) }
    const client = new CommonClient('faceid.tencentcloudapi.com', setup.version, { credential, region, profile })
    return client.request(setup.action, payloadOf(parameters, setup))
  },
}

/** `tencentcloud-sdk-nodejs-intl-en`, told to use TC3. */
export const intlSdk: Client = {
  name: 'tencentcloud-sdk-nodejs-intl-en',
  call: (parameters, setup) => {
    const { secretId, secretKey, token } = setup.credential
    const headers = { ...headersOf(setup), ...(setup.language && { 'X-TC-Language': setup.language }) }
    const profile = new intlCommon.ClientProfile(
      'TC3-HMAC-SHA256',
      new intlCommon.HttpProfile('http://', hostOf(setup.url), setup.method, 60, headers),
    )
    const credential = new intlCommon.Credential(secretId, secretKey, token)
    const client = new intlFaceid.v20180301.Client(credential, setup.region, profile)
    client.apiVersion = setup.version
    return new Promise((resolve, reject) => {
      const callback = (error: unknown, answer: unknown): void => (error ? reject(error) : resolve(answer))
      const payload = payloadOf(parameters, setup)
      if (isIntlMethod(setup.action)) client[setup.action](payload, callback)
      else client.request(setup.action, payload, {}, callback)
    })
  },
}

/** Other actions have no model to read an answer into: they can only fail. */
function isIntlMethod(action: string): action is 'ApplySdkVerificationToken' | 'GetSdkVerificationResult' {
  return action === 'ApplySdkVerificationToken' || action === 'GetSdkVerificationResult'
}

/** No SDK: a signature written out in this folder and a plain HTTP request. */
export const handSigned: Client = {
  name: 'signed by hand',
  call: async (parameters, setup) => {
    const query = setup.method === 'GET' ? queryOf(parameters) : ''
    const body = setup.method === 'GET' ? '' : (setup.body ?? JSON.stringify(parameters))
    const headers = signByHand({
      ...setup.credential,
      host: hostOf(setup.url),
      method: setup.method,
      query,
      body,
      headers: {
        'x-tc-action': setup.action,
        'x-tc-version': setup.version,
        'x-tc-region': setup.region,
        ...(setup.credential.token && { 'x-tc-token': setup.credential.token }),
        ...(setup.language && { 'x-tc-language': setup.language }),
        ...(setup.contentType && { 'content-type': setup.contentType }),
      },
    })
    const url = `${setup.url}/${query && `?${query}`}`
    const answer = envelopeOf(await rawRequest({ url, method: setup.method, headers, body }))
    if (!answer.Error) return answer
    throw Object.assign(new Error(answer.Error.Message), { code: answer.Error.Code, requestId: answer.RequestId })
  },
}

function hostOf(url: string): string {
  return new URL(url).host
}

function headersOf({ contentType }: ClientSetup): Record<string, string> {
  return contentType === undefined ? {} : { 'Content-Type': contentType }
}

/** The SDKs send a Buffer as it is. */
function payloadOf(parameters: Parameters, { body }: ClientSetup): Parameters | Buffer {
  return body === undefined ? parameters : Buffer.from(body)
}

function queryOf(parameters: Parameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) query.append(name, String(value))
  return query.toString()
}
