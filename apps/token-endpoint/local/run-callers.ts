import { makeApiKey } from './api-key.ts'
import { startDevelopmentIssuer } from './development-issuer.ts'
import { type GivenSettings, hasCallers } from './given-settings.ts'
import type { Opened } from './opened.ts'

const DAY_SECONDS = 24 * 3_600

/** Callers of this run alone; none where the environment names its own. */
export interface RunCallers {
  readonly settings: GivenSettings
  readonly apiKey?: string
  /** A JWT for an app user of this name, good for a day. */
  readonly jwtFor?: (subject: string) => Promise<string>
}

export async function openCallers(given: GivenSettings, opened: Opened): Promise<RunCallers> {
  if (hasCallers(given)) return { settings: {} }
  const { key: apiKey, entry } = makeApiKey('development')
  const issuer = await startDevelopmentIssuer()
  opened.add(issuer.close)
  return {
    settings: { API_KEY_HASHES: entry, ...issuer.settings },
    apiKey,
    jwtFor: (subject) => issuer.jwtFor(subject, { exp: Math.floor(Date.now() / 1_000) + DAY_SECONDS }),
  }
}
