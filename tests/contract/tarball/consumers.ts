/** What an application writes. It type-checks wherever the packages promise to. */
export const signerConsumer = `
import { createSigner, type Credentials, type Signer, fromEnv, sha256Hex } from '@tc3-edge/signer'
import { nodeCrypto } from '@tc3-edge/signer/node'

const credentials = async (): Promise<Credentials> => ({ ...fromEnv({}), expiration: 1735689600 })
const signer: Signer = createSigner({ credentials, service: 'faceid', crypto: nodeCrypto })

export async function call(): Promise<string> {
  const headers = await signer.sign({ method: 'POST', url: 'https://a.test/', body: '{}' }, { timestamp: 1735689600 })
  const authorization: string = headers.authorization
  const response = await signer.fetch('https://a.test/', { method: 'POST', headers, body: new Uint8Array(2) })
  const status: number = response.status
  const text: string = await response.text()
  const digest: string = await sha256Hex(new DataView(new ArrayBuffer(2)))
  return [authorization, status, text, digest].join()
}

// @ts-expect-error a misspelt option
createSigner({ credentials, servce: 'faceid' })
// @ts-expect-error a body that can't be signed
signer.sign({ method: 'POST', url: 'https://a.test/', body: { CheckMode: 1 } })
`

export const faceidConsumer = `
import { createFaceidClient, TencentError } from '@tc3-edge/faceid'
import { validateParameters } from '@tc3-edge/faceid/validate'

const credentials = { secretId: 'AKIDEXAMPLE', secretKey: 'EXAMPLE' }
const faceid = createFaceidClient({ credentials, region: 'ap-singapore', timeout: 5000 })

export async function call(): Promise<string> {
  const issues: string[] = validateParameters('ApplySdkVerificationToken', {}).map(({ message }) => message)
  try {
    const { SdkToken, RequestId } = await faceid.ApplySdkVerificationToken({ CheckMode: 1 }, { timeout: 100, maxRetries: 0 })
    return SdkToken + RequestId
  } catch (error) {
    return error instanceof TencentError && error.retryable ? error.code : issues.join()
  }
}

// @ts-expect-error a misspelt parameter
faceid.ApplySdkVerificationToken({ ChekMode: 1 })
// @ts-expect-error a misspelt option
createFaceidClient({ credentials, region: 'ap-singapore', retries: 1 })
`

/** What it writes besides where `AbortSignal` and `fetch` are declared. */
export const abortingConsumer = `
import { createFaceidClient } from '@tc3-edge/faceid'

const options = { credentials: { secretId: 'AKIDEXAMPLE', secretKey: 'EXAMPLE' }, region: 'ap-singapore', fetch }
const faceid = createFaceidClient(options)

export const call = (signal: AbortSignal) => faceid.ApplySdkVerificationToken({}, { signal })
`

export const emulatorConsumer = `
import { createEmulator, developmentCredential, type Emulator, type ReceivedRequest } from '@tc3-edge/emulator'
import { type RunningEmulator, startEmulator } from '@tc3-edge/emulator/node'

const emulator: Emulator = createEmulator({ answers: { ApplySdkVerificationToken: { SdkToken: 'a-known-token' } } })
emulator.faults.add({ next: 3, fault: { kind: 'error', code: 'RequestLimitExceeded' } })

export async function call(): Promise<string> {
  const response = await emulator.fetch('https://faceid.tencentcloudapi.com/', { method: 'POST', body: '{}' })
  const received: ReceivedRequest[] = emulator.received()
  const running: RunningEmulator = await startEmulator({ port: 0, credentials: [developmentCredential] })
  await running.close()
  return [response.status, ...received.map(({ outcome }) => outcome), running.url].join()
}

// @ts-expect-error a misspelt option
createEmulator({ answer: {} })
// @ts-expect-error a fault that there is not
emulator.faults.add({ fault: { kind: 'explosion' } })
`

/** As openapi-typescript writes it from a description of the API, in short. */
export const describedApi = `
export interface paths {
  '/#X-TC-Action=ApplySdkVerificationToken': {
    post: {
      parameters: { header: { 'X-TC-Action': string; 'X-TC-Version': string; 'X-TC-Region': string } }
      requestBody: { content: { 'application/json': { CheckMode?: 1 | 2 | 3 } } }
      responses: { 200: { content: { 'application/json': { Response: { SdkToken: string; RequestId: string } } } } }
    }
  }
}
`
