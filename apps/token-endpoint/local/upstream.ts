import { developmentCredential } from '@tc3-edge/emulator'
import { type RunningEmulator, startEmulator } from '@tc3-edge/emulator/node'
import { type GivenSettings, hasSecrets } from './given-settings.ts'
import type { Opened } from './opened.ts'

/** What the endpoint calls: Tencent Cloud, or an emulator of it. */
export interface Upstream {
  readonly url: string
  readonly settings: GivenSettings
  readonly emulator?: RunningEmulator
}

interface UpstreamOrder {
  readonly port: number
  readonly requestsPerSecond: number
}

/** An emulator with the limit that the endpoint is to keep, unless the environment has the secrets of an account. */
export async function openUpstream(given: GivenSettings, order: UpstreamOrder, opened: Opened): Promise<Upstream> {
  if (hasSecrets(given)) {
    return { url: given.FACEID_ENDPOINT ?? 'https://faceid.tencentcloudapi.com', settings: {} }
  }
  const emulator = await startEmulator(order)
  opened.add(emulator.close)
  const settings = {
    TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
    TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
    FACEID_ENDPOINT: emulator.url,
  }
  return { url: emulator.url, settings, emulator }
}
