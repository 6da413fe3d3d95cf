import {
  type ApplySdkVerificationTokenRequest,
  type ApplySdkVerificationTokenResponse,
  createFaceidClient,
  type FaceidClient,
  FaceidError,
} from '@tc3-edge/faceid'
import { Problem } from './answers/problem.ts'
import { upstreamProblem } from './answers/upstream-problem.ts'
import type { Env } from './env.ts'
import type { Settings } from './settings.ts'

/** What is too short for a call, in milliseconds. */
const SHORTEST_CALL_MS = 100

/** A permit from the gate, one signed call to Tencent Cloud, the outcome told to the gate. */
export async function issueToken(
  env: Env,
  settings: Settings,
  parameters: ApplySdkVerificationTokenRequest,
): Promise<ApplySdkVerificationTokenResponse> {
  const gate = env.GATE.getByName('account')
  const askedAt = Date.now()
  const permit = await gate.ask()
  if (!permit.granted) {
    const retryAfter = Math.max(1, Math.ceil(permit.retryAfterMs / 1_000))
    throw new Problem('capacity-exhausted', `All calls are taken. Ask again in ${retryAfter} s.`, { retryAfter })
  }
  // The grant is no older than the question.
  const timeout = permit.leaseMs - (Date.now() - askedAt)
  if (timeout < SHORTEST_CALL_MS) {
    await gate.report({ grant: permit.grant, outcome: 'not-sent' })
    throw new Problem('capacity-exhausted', 'The permit came too late to be used. Ask again.', { retryAfter: 1 })
  }
  try {
    const answer = await faceid(settings).ApplySdkVerificationToken(parameters, { timeout, maxRetries: 0 })
    await gate.report({ grant: permit.grant, outcome: 'answered' })
    return answer
  } catch (error) {
    await gate.report({ grant: permit.grant, outcome: outcomeOf(error) })
    throw upstreamProblem(error)
  }
}

function outcomeOf(error: unknown): 'answered' | 'not-sent' | 'unknown' {
  if (!(error instanceof FaceidError)) return 'unknown'
  return error.outcome === 'refused' ? 'answered' : error.outcome
}

const clients = new WeakMap<Settings, FaceidClient>()

/** One client an isolate. It makes one attempt a permit: trying again means asking the gate again. */
function faceid(settings: Settings): FaceidClient {
  const { credentials, endpoint, region } = settings
  const client = clients.get(settings) ?? createFaceidClient({ credentials, endpoint, region, maxRetries: 0 })
  clients.set(settings, client)
  return client
}
