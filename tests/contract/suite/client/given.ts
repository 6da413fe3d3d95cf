import type { FaceidClient, FaceidClientOptions, TencentError } from '@tc3-edge/faceid'
import { failure } from '../assert.ts'
import type { Context } from '../suite.ts'

/** A client of the emulator, with temporary credentials because those are good everywhere. */
export function clientOf(context: Context, options: Partial<FaceidClientOptions> = {}): FaceidClient {
  const { endpoint, temporary: credentials, faceid } = context
  return faceid.createFaceidClient({ endpoint, credentials, region: 'ap-singapore', ...options })
}

/** What a call is rejected with. */
export async function faceidFailure({ faceid }: Context, call: () => Promise<unknown>): Promise<TencentError> {
  const error = await failure(call)
  if (error instanceof faceid.TencentError) return error
  throw new Error(`not of the family: ${error.stack}`)
}
