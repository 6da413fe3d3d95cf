import type { AcquireRequest, Completion, Decision, Signing } from '@tc3-edge/gate'

/** The RPC interface of the gate's object. */
export interface GateRpc extends Rpc.DurableObjectBranded {
  /** Resolves when the permit is granted or refused. */
  acquire(request: AcquireRequest): Promise<Decision>
  cancel(id: string): void
  /** `fenced`: the key belongs to another call by now, and the token must not be handed out. */
  complete(completion: Completion): { readonly fenced: boolean }
  status(): GateStatus
}

export interface GateStatus {
  /** How calls are signed: `present` means that requests delivered late may be carried out. */
  readonly signing: Signing
}
