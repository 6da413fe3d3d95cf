// A limiter of the kind that Cloudflare's documentation shows: a Durable Object with a bucket of tokens in its memory, which
// is asked for a place and answers how long to wait. The Worker refuses whoever would have to.
import { DurableObject } from 'cloudflare:workers'
import { createFaceidClient } from '@tc3-edge/faceid'
import { credentials, region } from '../contestants/request.ts'

const CAPACITY = 20
const MS_PER_TOKEN = 50

export class Gate extends DurableObject {
  private tokens = CAPACITY
  private filledAt = Date.now()

  /** Milliseconds until there is room; 0 where there is. */
  take(): number {
    const fresh = Math.floor((Date.now() - this.filledAt) / MS_PER_TOKEN)
    this.tokens = Math.min(CAPACITY, this.tokens + fresh)
    this.filledAt += fresh * MS_PER_TOKEN
    if (this.tokens === 0) return MS_PER_TOKEN
    this.tokens--
    return 0
  }
}

interface BucketEnv {
  readonly GATE: DurableObjectNamespace<Gate>
  readonly FACEID_ENDPOINT: string
}

export default {
  async fetch(_: Request, env: BucketEnv): Promise<Response> {
    if ((await env.GATE.getByName('account').take()) > 0) return new Response(null, { status: 429 })
    const client = createFaceidClient({ credentials, region, endpoint: env.FACEID_ENDPOINT, maxRetries: 0 })
    try {
      const { SdkToken } = await client.ApplySdkVerificationToken({ CheckMode: 1 })
      return Response.json({ sdkToken: SdkToken }, { status: 201 })
    } catch {
      return new Response(null, { status: 502 })
    }
  },
}
