import { createFaceidClient, ServiceError } from '@tc3-edge/faceid'
import type { Case } from '../../packages/emulator/test/conformance/case.ts'
import type { Client } from '../../packages/emulator/test/conformance/client.ts'

/** `@tc3-edge/faceid`, through the cases that the official SDKs run through. */
export const ourClient: Client = {
  name: '@tc3-edge/faceid',
  call: async (parameters, { url, credential, region, language }) => {
    const { secretId, secretKey, token } = credential
    const client = createFaceidClient({
      credentials: { secretId, secretKey, ...(token === undefined ? {} : { token }) },
      region,
      endpoint: url,
      maxRetries: 0,
      ...(language === undefined ? {} : { language }),
    })
    // The cases hold parameters that no caller with types could pass.
    return client.ApplySdkVerificationToken(Object(parameters)).catch((error: unknown) => {
      throw error instanceof ServiceError ? asTheSdks(error) : error
    })
  },
  cannot: inexpressible,
}

/** The official SDKs throw the service's message alone; ours begins with the action and the code. */
function asTheSdks({ action, code, message, requestId }: ServiceError): Error {
  return Object.assign(new Error(message.replace(`${action}: ${code}: `, '')), { code, requestId })
}

/** What the client makes impossible, which is why it is there. */
function inexpressible({ setup, wire }: Case): string | undefined {
  if (setup?.method === 'GET') return 'it calls by POST'
  if (setup?.body !== undefined) return 'it sends JSON objects'
  if (setup?.contentType !== undefined) return 'it declares what it sends'
  if (setup?.action !== undefined || setup?.version !== undefined)
    return 'its actions and versions are those of the spec'
  const signed = Object.keys(wire?.headers ?? {}).includes('x-tc-action')
  return signed ? 'it signs the action, so a changed one is a bad signature' : undefined
}
