// The product's Worker with the gates of the load test: its own, metered, which can be made to abort, and baselines in its place.
import worker, { Gate } from '@tc3-edge/token-endpoint/worker'
import { Meter } from './meter.ts'

export { FixedWindowGate, SlidingLogGate } from './baseline-gates.ts'

type AcquireRequest = Parameters<Gate['acquire']>[0]
type Completion = Parameters<Gate['complete']>[0]

export class MeteredGate extends Gate {
  private readonly meter = new Meter(this.ctx.id.name)

  override acquire(request: AcquireRequest) {
    return this.meter.acquired(super.acquire(request))
  }

  override complete(completion: Completion) {
    this.meter.completed(completion.id)
    return super.complete(completion)
  }

  abort(): void {
    this.ctx.abort('Aborted by the load test')
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
