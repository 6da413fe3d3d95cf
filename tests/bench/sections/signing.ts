import { join } from 'node:path'
import { bundleContestants } from '../hosts/bundle.ts'
import type { Host } from '../hosts/host.ts'
import { programHost } from '../hosts/program.ts'
import { runtimes } from '../hosts/runtimes.ts'
import { workerdHost } from '../hosts/workerd.ts'
import type { Effort } from '../measure/effort.ts'
import { ratio, summary } from '../measure/statistics.ts'
import { type Times, takeTurns } from '../measure/take-turns.ts'
import { drawBars } from '../report/bars.ts'
import { bytesText, ratioText, type Section, spread, table, verdict } from '../report/format.ts'

const CONTESTANTS = ['primitives', 'and what they come in', 'ours', 'ours, of a text', 'aws4fetch', 'sign3']
const KINDS = [200, 1024 * 1024].flatMap((bytes) => [1, 32].map((inFlight) => ({ bytes, inFlight, url: '' })))

interface Result {
  readonly host: string
  readonly kind: (typeof KINDS)[number]
  readonly times: Times
}

export async function signing(effort: Effort, scratch: string): Promise<Section> {
  const results: Result[] = []
  for (const start of await hosts(scratch)) {
    const host = await start()
    try {
      for (const kind of KINDS) {
        results.push({
          host: `${host.name} ${host.version}`,
          kind,
          times: await takeTurns(host, CONTESTANTS, kind, effort),
        })
      }
    } finally {
      await host.stop()
    }
  }
  return { title: 'Signing', text: textOf(results), pictures: [{ file: 'signing.svg', svg: pictureOf(results) }] }
}

async function hosts(scratch: string): Promise<(() => Host | Promise<Host>)[]> {
  const program = join(scratch, 'signing.mjs')
  const worker = join(scratch, 'signing.js')
  await bundleContestants({ contestants: 'signing', kind: 'program' }, program)
  await bundleContestants({ contestants: 'signing', kind: 'worker' }, worker)
  const { node, deno, bun } = runtimes()
  return [
    () => programHost(node, program),
    () => workerdHost(worker),
    () => programHost(deno, program),
    () => programHost(bun, program),
  ]
}

const of = (times: Times, contestant: string) => times[contestant] ?? []

function textOf(results: readonly Result[]): string {
  const rows = results.map(({ host, kind, times }) => [
    `${host}, ${kindText(kind)}`,
    ...CONTESTANTS.map((contestant) => spread(summary(of(times, contestant)), 1_000)),
    ratioText(ratio(of(times, 'primitives'), of(times, 'ours'))),
    ratioText(ratio(of(times, 'and what they come in'), of(times, 'ours'))),
    ratioText(ratio(of(times, 'aws4fetch'), of(times, 'ours'))),
    ratioText(ratio(of(times, 'sign3'), of(times, 'ours'))),
  ])
  return [
    'Microseconds for one signature: the median of the runs and their range. _Primitives_: two SHA-256 digests and one HMAC',
    'with a cached key, of bytes that are ready: what a signer on WebCrypto can’t avoid. _And what they come in_: the same, with',
    'two texts made bytes, three results made hexadecimal, and one `Headers` of five fields made, which `sign` promises: that',
    'can’t be avoided either. _aws4fetch_ signs an AWS4 request of the same shape. _sign3_ is that of the official SDK on',
    '`node:crypto`; it derives its key anew each time, makes no `Headers`, and is given its body as bytes, as all are; our client',
    'signs a text, which has to be made bytes first. The last four columns are speeds of ours over theirs, in turn: above 1 ours is',
    'faster. In workerd a run is timed from outside, because its own clock stands still while it computes.',
    '',
    table(
      ['', ...CONTESTANTS, 'ours / primitives', 'ours / with what they come in', 'ours / aws4fetch', 'ours / sign3'],
      rows,
    ),
    '',
    ...results.flatMap(verdicts),
    '',
    'With 1 MiB nearly all of the time is the digest of the body, which everybody makes; twice is out of reach there.',
    '',
    losses(results),
    '',
    'sign3 computes on the spot, with `node:crypto`. WebCrypto in Node, Deno and Bun hands each digest to another thread and waits',
    'for it, which takes longer than a small digest does: where the primitives alone are slower than sign3, no signer on WebCrypto',
    'can be faster. What ours adds to them was profiled: most of it is the `Headers` that it answers.',
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
      bare,
      bare >= 0.85,
      'at least 0.85',
    ),
    ...(twice ? [verdict(`${name}: times the speed of sign3`, official, official >= 2, 'at least 2')] : []),
  ]
}

function losses(results: readonly Result[]): string {
  const lost = results.flatMap(({ host, kind, times }) =>
    ['aws4fetch', 'sign3']
      .map((rival) => ({ rival, speed: ratio(of(times, rival), of(times, 'ours')).median }))
      .filter(({ speed }) => speed < 1)
      .map(({ rival, speed }) => `to ${rival} in ${host} with ${kindText(kind)} (${speed.toFixed(2)} of its speed)`),
  )
  return lost.length === 0 ? 'Ours loses to no other signer here.' : `**Where ours loses**: ${lost.join('; ')}.`
}

function kindText({ bytes, inFlight }: Result['kind']): string {
  return `${bytesText(bytes)}, ${inFlight === 1 ? 'one at a time' : `${inFlight} in flight`}`
}

function pictureOf(results: readonly Result[]): string {
  return drawBars({
    title: 'One signature, in µs',
    groups: results
      .filter(({ kind }) => kind.bytes === 200)
      .map(({ host, kind, times }) => ({
        name: `${host}, ${kind.inFlight === 1 ? 'one at a time' : `${kind.inFlight} in flight`}`,
        bars: CONTESTANTS.map((name) => {
          const { median } = summary(of(times, name))
          return { name, value: median * 1_000, ours: name === 'ours' }
        }),
      })),
  })
}
