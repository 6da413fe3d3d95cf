import { createEmulator, developmentCredential, type Emulator } from '@tc3-edge/emulator'
import { createFaceidClient, type FaceidClientOptions } from '../../src/index.ts'

export const credentials = developmentCredential
export const region = 'ap-singapore'

/** A client of an emulator in this process. */
export function emulated(options: Partial<FaceidClientOptions> = {}, emulator: Emulator = createEmulator()) {
  return { emulator, faceid: createFaceidClient({ credentials, region, fetch: emulator.fetch, ...options }) }
}
