import { join } from 'node:path'
import { developmentCredential } from '@tc3-edge/emulator'
import { createSigner } from '@tc3-edge/signer'
import { startProgram } from '@tc3-edge/test-support/program'
import { summary } from '@tc3-edge/test-support/statistics'
import { spread, table, verdict } from '../../report/markdown.ts'
import type { Effort } from '../measure/effort.ts'
import { responsesPerSecond } from '../measure/responses-per-second.ts'
import type { Section } from '../section.ts'

const CONNECTIONS = 32
const EXTRAS = [10, 900]
/** How many times as long a run is as elsewhere: a server has to be busy for a while. */
const TIMES = 8

interface Result {
  readonly extra: number
  readonly bare: readonly number[]
  readonly emulator: readonly number[]
}

export async function emulator(effort: Effort): Promise<Section> {
  const servers = join(import.meta.dirname, '../servers')
  const [bare, ours] = await Promise.all(
    ['upstream.ts', 'emulator.ts'].map((name) => startProgram(join(servers, name))),
  )
  if (!bare || !ours) throw new Error('A server is missing')
  try {
    const results: Result[] = []
    for (const extra of EXTRAS) results.push(await measured(extra, bare.url, ours.url, effort))
    return { title: 'The emulator', text: textOf(results) }
  } finally {
    await Promise.all([bare.stop(), ours.stop()])
  }
}

async function measured(extra: number, bareUrl: string, url: string, { rounds, runMs }: Effort): Promise<Result> {
  const ms = runMs * TIMES
  const [bare, emulator]: [number[], number[]] = [[], []]
  const run = async (to: string): Promise<number> =>
    responsesPerSecond(to, await requestTo(to, 'x'.repeat(extra)), CONNECTIONS, ms)
  await run(bareUrl)
  await run(url)
  for (let round = 0; round < rounds; round++) {
    bare.push(await run(bareUrl))
    emulator.push(await run(url))
  }
  return { extra, bare, emulator }
}

/** A signed request, as it goes over a connection. */
async function requestTo(url: string, Extra: string): Promise<Buffer> {
  const body = JSON.stringify({ CheckMode: 1, Extra })
  const signer = createSigner({ credentials: developmentCredential, service: 'faceid' })
  const headers = new Headers({
    'Content-Type': 'application/json',
    'X-TC-Action': 'ApplySdkVerificationToken',
    'X-TC-Version': '2018-03-01',
    'X-TC-Region': 'ap-singapore',
  })
  const signed = await signer.sign({ method: 'POST', url: `${url}/`, headers, body })
  const all = [...Object.entries(signed), ['Host', new URL(url).host], ['Content-Length', String(body.length)]]
  return Buffer.from(`POST / HTTP/1.1\r\n${all.map((field) => field.join(': ')).join('\r\n')}\r\n\r\n${body}`)
}

function textOf(results: readonly Result[]): string {
  const parts = results.map(({ bare, emulator }) => Math.max(...emulator) / Math.max(...bare))
  const rows = results.map(({ extra, bare, emulator }, index) => [
    `${extra} characters of Extra`,
    spread(summary(bare)),
    spread(summary(emulator)),
    (parts[index] ?? Number.NaN).toFixed(2),
  ])
  return [
    `Responses a second to signed requests over ${CONNECTIONS} connections, one request at a time on each; the server is in a process of its`,
    'own. The bare server is a `node:http` server that reads a request and returns a fixed text; the emulator verifies the signature,',
    'checks the parameters, counts and records. Server and client need both cores, so other programs disturb this more than the other',
    'benchmarks: the ratio compares the best runs.',
    '',
    table(['', 'bare server', 'emulator', 'ratio to the bare server'], rows),
    '',
    verdict(
      'The lower ratio to the bare server',
      Math.min(...parts).toFixed(2),
      'half',
      parts.every((part) => part >= 0.5),
    ),
  ].join('\n')
}
