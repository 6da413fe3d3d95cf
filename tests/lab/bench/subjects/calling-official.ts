import { promisify } from 'node:util'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import common from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/common/index.js'
import faceid from 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/faceid/index.js'
import type { Subjects } from '../harness.ts'
import { subjects as portable } from './calling.ts'
import { action, credentials, parametersOf, region, version } from './request.ts'

/** The subjects of every runtime, and both official SDKs, set up as their instructions say. */
export const subjects: Subjects = {
  ...portable,
  'official, common': async ({ bytes, url }) => {
    const httpProfile = { protocol: 'http://', endpoint: new URL(url).host }
    const client = new CommonClient('faceid.tencentcloudapi.com', version, {
      credential: credentials,
      region,
      profile: { httpProfile: Object(httpProfile) },
    })
    const parameters = parametersOf(bytes)
    return () => client.request(action, parameters)
  },
  'official, intl': async ({ bytes, url }) => {
    const { ClientProfile, Credential, HttpProfile } = common
    const profile = new ClientProfile('TC3-HMAC-SHA256', new HttpProfile('http://', new URL(url).host))
    const { secretId, secretKey } = credentials
    const client = new faceid.v20180301.Client(new Credential(secretId, secretKey), region, profile)
    const parameters = parametersOf(bytes)
    return promisify((done: (error: unknown, answer: unknown) => void) =>
      client.ApplySdkVerificationToken(parameters, done),
    )
  },
}
