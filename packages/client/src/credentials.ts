import type { Credentials, CredentialsProvider } from '@tc3-edge/signer'
import { startDeadline } from './deadline.ts'

/**
 * Bounds the time that a provider may take, in milliseconds: calls share one request to it, so one that never settles would
 * hold them all forever.
 */
export function withTimeout(
  credentials: Credentials | CredentialsProvider,
  timeout: number,
): Credentials | CredentialsProvider {
  if (typeof credentials !== 'function') return credentials
  return async () => {
    const deadline = startDeadline(timeout, [])
    try {
      return await deadline.race(Promise.resolve(credentials()))
    } finally {
      deadline.release()
    }
  }
}
