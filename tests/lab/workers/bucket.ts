// A limiter of the kind that Cloudflare's documentation shows: a Durable Object with a token bucket in its memory, which says
// how long to wait. The Worker refuses whoever would have to.
import { DurableObject } from 'cloudflare:workers'
import { createFaceidClient } from '@tc3-edge/faceid'
import { TokenBucket } from '../baselines/token-bucket.ts'
import { credentials, region } from '../bench/subjects/request.ts'

export class Gate extends DurableObject {
  private readonly bucket = new TokenBucket()

  /** Milliseconds until there is room; 0 where there is. */
  take(): number {
    const now = Date.now()
    const waitMs = this.bucket.nextAt(now) - now
    if (waitMs <= 0) this.bucket.count(now)
    return waitMs
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
