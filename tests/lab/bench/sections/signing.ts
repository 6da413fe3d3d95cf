import { ratio, summary } from '@tc3-edge/test-support/statistics'
import { bytesText, ratioText, spread, table, verdict } from '../../report/markdown.ts'
import { type Host, programHost, workerdHost } from '../hosts/host.ts'
import type { Effort } from '../measure/effort.ts'
import { interleave, type Times } from '../measure/interleave.ts'
import type { Section } from '../section.ts'

const SUBJECTS = [
  'primitives',
  'and what they come in',
  'ours',
  'ours, of a text',
  'ours, node:crypto',
  'aws4fetch',
  'sign3',
]
const KINDS = [200, 1024 * 1024].flatMap((bytes) => [1, 32].map((inFlight) => ({ bytes, inFlight, url: '' })))

interface Result {
  readonly host: string
  readonly kind: (typeof KINDS)[number]
  readonly times: Times
}

export async function signing(effort: Effort, scratch: string): Promise<Section> {
  const results: Result[] = []
  for (const start of HOSTS) {
    const host = await start(scratch)
    try {
      for (const kind of KINDS) {
        const times = await interleave(host, SUBJECTS, kind, effort)
        results.push({ host: `${host.name} ${host.version}`, kind, times })
      }
    } finally {
      await host.stop()
    }
  }
  return { title: 'Signing', text: textOf(results) }
}

const HOSTS: readonly ((scratch: string) => Promise<Host>)[] = [
  (scratch) => programHost('Node 24', 'signing', scratch),
  (scratch) => programHost('Node 20', 'signing', scratch),
  (scratch) => workerdHost('signing', scratch),
  (scratch) => programHost('Deno', 'signing', scratch),
  (scratch) => programHost('Bun', 'signing', scratch),
]

const of = (times: Times, subject: string) => times[subject] ?? []

function textOf(results: readonly Result[]): string {
  const rows = results.map(({ host, kind, times }) => [
    `${host}, ${kindText(kind)}`,
    ...SUBJECTS.map((subject) => spread(summary(of(times, subject)), 1_000)),
    ratioText(ratio(of(times, 'primitives'), of(times, 'ours'))),
    ratioText(ratio(of(times, 'and what they come in'), of(times, 'ours'))),
    ratioText(ratio(of(times, 'aws4fetch'), of(times, 'ours'))),
    ratioText(ratio(of(times, 'sign3'), of(times, 'ours'))),
    ratioText(ratio(of(times, 'sign3'), of(times, 'ours, node:crypto'))),
  ])
  return [
    'Microseconds for one signature: the median of the runs and their range. _Primitives_: two SHA-256 digests and one HMAC with a',
    'cached key, which no signer on WebCrypto can avoid. _And what they come in_: the same, and the conversions that can’t be avoided',
    'either: two texts to bytes, three results to hexadecimal, and an object of five headers, which `sign` returns. _Ours, of a text_',
    'gets the body as a string, as in our client; all others get bytes. _Ours, node:crypto_ uses the adapter of',
    '`@tc3-edge/signer/node`. _aws4fetch_ signs an AWS4 request of the same shape. _sign3_ is the function of the official SDK, on',
    '`node:crypto`; it derives its key each time and returns no headers. The last five columns are ratios of speeds: above 1, ours is',
    'faster. In workerd a run is timed from outside, because its own clock does not advance while it computes.',
    '',
    table(
      [
        '',
        ...SUBJECTS,
        'ours / primitives',
        'ours / with what they come in',
        'ours / aws4fetch',
        'ours / sign3',
        'with node:crypto / sign3',
      ],
      rows,
    ),
    '',
    ...results.flatMap(verdicts),
    '',
    'With 1 MiB nearly all of the time is the digest of the body, which every signer computes, so none can be twice as fast.',
    '',
    losses(results),
    '',
    'sign3 computes synchronously, with `node:crypto`. WebCrypto in Node, Deno and Bun computes each digest in another thread, and the',
    'switch takes longer than a small digest. If the primitives alone are slower than sign3, no signer on WebCrypto can be faster; the',
    'adapter can.',
  ].join('\n')
}

function verdicts({ host, kind, times }: Result): string[] {
  if (!/^(Node|workerd)/.test(host)) return []
  const bare = ratio(of(times, 'primitives'), of(times, 'ours')).median
  const most = ratio(of(times, 'primitives'), of(times, 'and what they come in')).median
  const official = ratio(of(times, 'sign3'), of(times, 'ours')).median
  const name = `${host}, ${kindText(kind)}`
  const twice = host.startsWith('workerd') || kind.inFlight > 1
  return [
    verdict(
      `${name}: of the speed of the primitives, of which what they come in leaves ${most.toFixed(2)}`,
      bare.toFixed(2),
      'at least 0.85',
      bare >= 0.85,
    ),
    ...(twice ? [verdict(`${name}: times the speed of sign3`, official.toFixed(2), 'at least 2', official >= 2)] : []),
  ]
}

function losses(results: readonly Result[]): string {
  const lost = results.flatMap(({ host, kind, times }) =>
    ['aws4fetch', 'sign3']
      .map((baseline) => ({ baseline, speed: ratio(of(times, baseline), of(times, 'ours')).median }))
      .filter(({ speed }) => speed < 1)
      .map(
        ({ baseline, speed }) => `to ${baseline} in ${host} with ${kindText(kind)} (${speed.toFixed(2)} of its speed)`,
      ),
  )
  return lost.length === 0 ? 'Ours loses to no other signer here.' : `**Where ours loses**: ${lost.join('; ')}.`
}

function kindText({ bytes, inFlight }: Result['kind']): string {
  return `${bytesText(bytes)}, ${inFlight === 1 ? 'one at a time' : `${inFlight} in flight`}`
}
