import type { Emulator } from '@tc3-edge/emulator'
import type { PagePreset } from '../protocol/setup.ts'
import type { Access } from './access.ts'

/** The services that the page's server works with. */
export interface Context {
  readonly endpoint: string
  readonly emulator: Pick<Emulator, 'received' | 'faults' | 'verifications'> & { readonly url: string }
  readonly access: Access
  readonly presets: Readonly<Record<string, PagePreset>>
  readonly quotaPerSecond: number
}
