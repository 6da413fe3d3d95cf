import { describe, expect, it } from 'vitest'
import { developmentCredential } from '../../src/index.ts'
import { startEmulator } from '../../src/node.ts'
import { isRecord } from '../support/envelope.ts'
import type { Basis, Case } from './case.ts'
import { cases } from './cases.ts'
import type { Client, ClientSetup } from './client.ts'
import { openWire } from './wire.ts'

/** Runs a client through all cases, the documented ones and the guesses apart. */
export function runCases(client: Client): void {
  for (const basis of ['documented', 'guess'] satisfies Basis[]) {
    const chosen = cases.filter((testCase) => testCase.basis === basis)
    describe(`${client.name}: ${chosen.length} cases, ${basis}`, () => {
      for (const testCase of chosen) {
        const reason = client.cannot?.(testCase)
        const title = `${testCase.title}: ${testCase.outcome}`
        if (reason === undefined) it(title, () => check(client, testCase))
        else it.skip(`${title} (${reason})`)
      }
    })
  }
}

async function check(client: Client, testCase: Case): Promise<void> {
  const emulator = await startEmulator(testCase.emulator)
  const wire = await openWire(emulator, testCase.wire)
  try {
    const setup = setupOf(testCase, wire.url)
    for (let call = 0; call < (testCase.callsBefore ?? 0); call++) await client.call({}, setup)
    if (testCase.fault) emulator.faults.add({ fault: testCase.fault })
    const { outcome, requestId, message } = await outcomeOf(client, testCase, setup)
    expect(outcome).toBe(testCase.outcome)
    expect(emulator.received().at(-1)).toMatchObject({ outcome, requestId })
    if (testCase.message) expect(message).toMatch(testCase.message)
  } finally {
    await wire.close()
    await emulator.close()
  }
}

function setupOf(testCase: Case, url: string): ClientSetup {
  return {
    url,
    credential: developmentCredential,
    region: 'ap-singapore',
    action: 'ApplySdkVerificationToken',
    version: '2018-03-01',
    method: 'POST',
    ...testCase.setup,
  }
}

interface Outcome {
  outcome: unknown
  requestId: unknown
  message?: string
}

async function outcomeOf(client: Client, { parameters = {} }: Case, setup: ClientSetup): Promise<Outcome> {
  try {
    const answer = await client.call(parameters, setup)
    if (!isRecord(answer)) throw new Error('The client resolved to no object.')
    expect(answer).toMatchObject({ SdkToken: expect.stringMatching(/^[0-9A-F-]{36}$/) })
    return { outcome: 'ok', requestId: answer.RequestId }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'requestId' in error)) throw error
    return { outcome: error.code, requestId: error.requestId, message: error.message }
  }
}
