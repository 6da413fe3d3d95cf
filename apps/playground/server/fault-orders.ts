import type { FaultRule } from '@tc3-edge/emulator'
import type { FaultId } from '../wire/fault-switches.ts'

const always = { share: 1 } as const

/** What each switch orders of the emulator. */
export const faultOrders: Readonly<Record<FaultId, FaultRule>> = {
  delay: { ...always, delayAfter: { ms: 500, spread: 500 } },
  throttle: { ...always, fault: { kind: 'error', code: 'RequestLimitExceeded' } },
  'internal-error': { ...always, fault: { kind: 'error', code: 'InternalError' } },
  signature: { ...always, fault: { kind: 'error', code: 'AuthFailure.SignatureFailure' } },
  html: { ...always, fault: { kind: 'html', status: 502 } },
  truncated: { ...always, fault: { kind: 'truncated-json' } },
  reset: { ...always, fault: { kind: 'reset', when: 'after' } },
  hang: { ...always, fault: { kind: 'hang' } },
}
