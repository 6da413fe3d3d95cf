import type { FetchInit, SignerOptions } from '@tc3-edge/signer'

// Derived by the signer from the runtime's own declaration of `fetch`, so that the emitted types name no global.

/** The `AbortSignal` of the runtime. */
export type Signal = NonNullable<FetchInit['signal']>

/** What sends a request: the runtime's `fetch`, or anything shaped like it. */
export type Fetch = NonNullable<SignerOptions['fetch']>
