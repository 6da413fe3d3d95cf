import type { Credentials, CredentialsProvider } from '@tc3-edge/signer'
import { startDeadline } from './deadline.ts'

/**
 * Calls share one question to the provider, so one that is never answered would hold them all for ever. In milliseconds.
 */
export function answeredInTime(
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
