// The product's Worker with the gates of the load test: its own, metered, which can be made to abort, and baselines in its place.
import worker, { Gate } from '@tc3-edge/token-endpoint/worker'
import { Meter } from './meter.ts'

export { FixedWindowGate, SlidingLogGate } from './baseline-gates.ts'

type AskMessage = Parameters<Gate['ask']>[0]
type ReportMessage = Parameters<Gate['report']>[0]

export class MeteredGate extends Gate {
  private readonly meter = new Meter()

  override ask(message: AskMessage) {
    return this.meter.acquired(super.ask(message))
  }

  override report(message: ReportMessage) {
    this.meter.completed(message.id)
    return super.report(message)
  }

  abort(): void {
    this.ctx.abort('The load test wants to see what happens.')
  }
}

interface LabEnv {
  readonly GATE: DurableObjectNamespace<MeteredGate>
}

export default {
  async fetch(request: Request, env: LabEnv, ctx: ExecutionContext): Promise<Response> {
    if (new URL(request.url).pathname !== '/load/abort') return worker.fetch(request, env, ctx)
    await env.GATE.getByName('account')
      .abort()
      .catch(() => undefined)
    return new Response(null, { status: 204 })
  },
}
