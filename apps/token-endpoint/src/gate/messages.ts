import type { AcquireRequest, Completion, Decision, Signing } from '@tc3-edge/gate'

/** What a Worker asks the gate's object. */
export interface GateRpc extends Rpc.DurableObjectBranded {
  /** Resolves when a permit has been granted or refused. */
  acquire(request: AcquireRequest): Promise<Decision>
  cancel(id: string): void
  /** `fenced`: the key has gone on to another call, and the token must not be handed out. */
  complete(completion: Completion): { readonly fenced: boolean }
  status(): GateStatus
}

export interface GateStatus {
  /** How calls are signed: `present` means that requests delivered late may be carried out. */
  readonly signing: Signing
}
