// The product's Worker. Its gate is counted, and can be made to abort, which the product itself has no means for.
import type { AskMessage, ReportMessage } from '../../../apps/token-endpoint/src/gate/messages.ts'
import worker, { Gate as ProductGate } from '../../../apps/token-endpoint/src/worker.ts'
import { Meter } from './meter.ts'

export class Gate extends ProductGate {
  private readonly meter = new Meter()

  override ask(message: AskMessage) {
    return this.meter.asked(super.ask(message))
  }

  override report(message: ReportMessage) {
    this.meter.reported(message.id)
    return super.report(message)
  }

  abort(): void {
    this.ctx.abort('The load test wants to see what happens.')
  }
}

interface LoadEnv {
  readonly GATE: DurableObjectNamespace<Gate>
}

export default {
  async fetch(request: Request, env: LoadEnv, ctx: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname !== '/load/abort') return worker.fetch(request, env, ctx)
    await env.GATE.getByName('account')
      .abort()
      .catch(() => undefined)
    return new Response(null, { status: 204 })
  },
}
