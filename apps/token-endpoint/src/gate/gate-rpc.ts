import type { AskMessage, Decision, ReportMessage } from './messages.ts'

/** What the gate's object answers to. */
export interface GateRpc extends Rpc.DurableObjectBranded {
  ask(message: AskMessage): Promise<Decision>
  cancel(id: string): void
  report(message: ReportMessage): { readonly superseded: boolean }
}
