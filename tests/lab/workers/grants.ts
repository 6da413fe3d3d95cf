// The product's gate behind a Worker that does nothing else, so that grants can be timed from outside.
import worker, { Gate as ProductGate } from '@tc3-edge/token-endpoint/worker'

export class Gate extends ProductGate {
  /** Stores this many answered keys. */
  fill(rows: number): void {
    const until = Date.now() + 3_600_000
    this.ctx.storage.sql.exec(
      `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       INSERT INTO ledger SELECT 'key-' || n || '-' || hex(randomblob(24)), hex(randomblob(32)), 'grant', 'answer', ? FROM numbers`,
      rows,
      until,
    )
  }
}

interface GrantsEnv {
  readonly GATE: DurableObjectNamespace<Gate>
}

export default {
  async fetch(request: Request, env: GrantsEnv, ctx: ExecutionContext): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    const object = env.GATE.getByName('account')
    if (pathname === '/nothing') return new Response('nothing')
    if (pathname === '/fill') {
      await object.fill(Number(searchParams.get('rows')))
      return new Response('filled')
    }
    if (pathname === '/complete') {
      await object.complete(completionOf(searchParams.get('id') ?? ''))
      return new Response('reported')
    }
    if (pathname !== '/grant') return worker.fetch(request, env as never, ctx)
    const { kind } = await object.acquire(acquireOf(searchParams.get('id') ?? ''))
    return new Response(kind)
  },
}

const caller = { caller: 'backend:bench', tenant: 'backend:bench' }
const keyOf = (id: string) => ({ key: id, fingerprint: 'request' })

function acquireOf(id: string) {
  return { id, ...caller, maxWaitMs: 2_000, idempotent: keyOf(id) }
}

/** Never sent: the permit is free again at once. */
function completionOf(id: string) {
  return { id, idempotent: keyOf(id), outcome: { kind: 'not-sent' as const } }
}
