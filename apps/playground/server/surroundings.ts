import type { Emulator } from '@tc3-edge/emulator'
import type { PagePreset } from '../wire/setup.ts'
import type { Access } from './access.ts'

/** What runs beside the page. */
export interface Surroundings {
  readonly endpoint: string
  readonly emulator: Pick<Emulator, 'received' | 'faults'> & { readonly url: string }
  readonly access: Access
  readonly presets: Readonly<Record<string, PagePreset>>
  readonly quotaPerSecond: number
}
