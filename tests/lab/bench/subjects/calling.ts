import { createTencentClient } from '@tc3-edge/client'
import { createFaceidClient } from '@tc3-edge/faceid'
import { createSigner, type SignedHeaders } from '@tc3-edge/signer'
import type { Subjects } from '../harness.ts'
import { action, credentials, parametersOf, region, version } from './request.ts'

const headers = {
  'Content-Type': 'application/json',
  'X-TC-Action': action,
  'X-TC-Version': version,
  'X-TC-Region': region,
}

/** One call of the API, and the least that it has to do. */
export const subjects: Subjects = {
  'bare fetch': async ({ bytes, url }) => {
    const body = JSON.stringify(parametersOf(bytes))
    const signer = createSigner({ credentials, service: 'faceid' })
    const signed = await signer.sign({ method: 'POST', url, headers, body })
    return () => sent(url, signed, body)
  },
  'signature and fetch': async ({ bytes, url }) => {
    const parameters = parametersOf(bytes)
    const signer = createSigner({ credentials, service: 'faceid' })
    return async () => {
      const body = JSON.stringify(parameters)
      return sent(url, await signer.sign({ method: 'POST', url, headers, body }), body)
    }
  },
  'ours, any service': async ({ bytes, url }) => {
    const client = createTencentClient({ credentials, service: 'faceid', region, version, endpoint: url })
    const parameters = parametersOf(bytes)
    return () => client.call(action, parameters)
  },
  ours: async ({ bytes, url }) => {
    const client = createFaceidClient({ credentials, region, endpoint: url })
    const parameters = parametersOf(bytes)
    return () => client.ApplySdkVerificationToken(Object(parameters))
  },
}

async function sent(url: string, signed: SignedHeaders, body: string): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: signed, body })
  return response.json()
}
