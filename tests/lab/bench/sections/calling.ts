import { join } from 'node:path'
import { startProgram } from '@tc3-edge/test-support/program'
import { ratio, summary } from '@tc3-edge/test-support/statistics'
import { ratioText, spread, table, verdict } from '../../report/markdown.ts'
import { type Host, programHost, workerdHost } from '../hosts/host.ts'
import type { Effort } from '../measure/effort.ts'
import { interleave, type Times } from '../measure/interleave.ts'
import type { Section } from '../section.ts'

const PORTABLE = ['bare fetch', 'signature and fetch', 'ours, any service', 'ours']
const ALL = [...PORTABLE, 'official, common', 'official, intl']
const KINDS = [
  { bytes: 1_000, inFlight: 1 },
  { bytes: 1_000, inFlight: 32 },
  { bytes: 4_000_000, inFlight: 1 },
]
/** How many times as many runs as elsewhere. */
const TIMES = 6

interface Result {
  readonly host: string
  readonly kind: (typeof KINDS)[number]
  readonly times: Times
}

export async function calling(effort: Effort, scratch: string): Promise<Section> {
  const upstream = await startProgram(join(import.meta.dirname, '../servers/upstream.ts'), [])
  try {
    const results = [
      ...(await measured(await programHost('Node 24', 'calling-official', scratch), ALL, upstream.url, effort)),
      ...(await measured(await programHost('Node 20', 'calling-official', scratch), ALL, upstream.url, effort)),
      ...(await measured(await programHost('Deno', 'calling-official', scratch), ALL, upstream.url, effort)),
      ...(await measured(await programHost('Bun', 'calling-official', scratch), ALL, upstream.url, effort)),
      ...(await measured(await workerdHost('calling', scratch), PORTABLE, upstream.url, effort)),
    ]
    return { title: 'A call', text: textOf(results) }
  } finally {
    await upstream.stop()
  }
}

async function measured(host: Host, subjects: readonly string[], url: string, effort: Effort): Promise<Result[]> {
  const results: Result[] = []
  try {
    for (const kind of KINDS) {
      // Calls vary far more than signatures do, from one moment to the next: what evens that out is many runs.
      const times = await interleave(host, subjects, { ...kind, url }, { ...effort, rounds: effort.rounds * TIMES })
      results.push({ host: `${host.name} ${host.version}`, kind, times })
    }
  } finally {
    await host.stop()
  }
  return results
}

const of = (times: Times, subject: string) => times[subject] ?? []

function textOf(results: readonly Result[]): string {
  return [
    `Microseconds for one call (with ${TIMES} times as many runs) of \`ApplySdkVerificationToken\` to a server on loopback, in a process of its own,`,
    'that reads the request and responds at once. _Bare fetch_ sends the same request, serialised and signed beforehand. _Signature and',
    'fetch_ also serialises the parameters and signs with our signer. _Ours_ is `@tc3-edge/faceid`, which checks parameters and responses',
    'and has a timeout; _any service_ is `@tc3-edge/client`, on which it is built. Each parses the response. The official SDKs are set up as',
    'their documentation says.',
    '',
    table(['', ...ALL], results.map(row)),
    '',
    ...results.flatMap(verdicts),
    '',
    losses(results),
  ].join('\n')
}

function row({ host, kind, times }: Result): string[] {
  const cells = ALL.map((name) => (times[name] ? spread(summary(of(times, name)), 1_000) : 'not tried'))
  return [`${host}, ${kindText(kind)}`, ...cells]
}

function verdicts({ host, kind, times }: Result): string[] {
  const cost = ratio(of(times, 'ours'), of(times, 'signature and fetch'))
  const official = ['official, common', 'official, intl']
    .filter((name) => times[name])
    .map((name) => `${ratioText(ratio(of(times, name), of(times, 'ours')))} times as fast as ${name}`)
  const name = `${host}, ${kindText(kind)}`
  return [
    verdict(`${name}: times a bare fetch and a signature`, cost.median.toFixed(2), 'at most 1.25', cost.median <= 1.25),
    ...(official.length > 0 ? [`- ${name}: ours is ${official.join(' and ')}.`] : []),
  ]
}

function losses(results: readonly Result[]): string {
  const lost = results.flatMap(({ host, kind, times }) =>
    ['official, common', 'official, intl']
      .filter((name) => times[name])
      .map((baseline) => ({ baseline, speed: ratio(of(times, baseline), of(times, 'ours')).median }))
      .filter(({ speed }) => speed < 1)
      .map(
        ({ baseline, speed }) => `to ${baseline} in ${host} with ${kindText(kind)} (${speed.toFixed(2)} of its speed)`,
      ),
  )
  return lost.length === 0 ? 'Ours loses to neither official SDK here.' : `**Where ours loses**: ${lost.join('; ')}.`
}

function kindText({ bytes, inFlight }: Result['kind']): string {
  const size = bytes < 1_000_000 ? `${bytes / 1_000} KB` : `${bytes / 1_000_000} MB`
  return `${size}, ${inFlight === 1 ? 'one at a time' : `${inFlight} in flight`}`
}
