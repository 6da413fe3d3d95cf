import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { bundle } from '@tc3-edge/test-support/bundle'
import { quantile, ratio, type Summary, summary } from '@tc3-edge/test-support/statistics'
import { type RunningWorkerd, startWorkerd } from '@tc3-edge/test-support/workerd'
import { number, ratioText, spread, table, verdict } from '../../report/markdown.ts'
import type { Effort } from '../measure/effort.ts'
import { timedGet } from '../measure/timed-get.ts'

interface Ledger {
  readonly rows: number
  readonly worker: RunningWorkerd
  /** Medians of runs, in milliseconds. */
  readonly grants: number[]
  readonly nothing: number[]
  readonly p99: number[]
}

/** A grant through the object and back, with ledgers of three sizes, in turn. */
export async function grants(effort: Effort, scratch: string): Promise<string[]> {
  const ledgers: Ledger[] = []
  try {
    for (const rows of effort.quick ? [0, 10] : [0, 1_000, 1_000_000]) ledgers.push(await start(rows, scratch))
    const times = effort.quick ? 3 : 60
    for (const ledger of ledgers) await round(ledger, times)
    for (const ledger of ledgers) ledger.grants.length = ledger.nothing.length = ledger.p99.length = 0
    for (let turn = 0; turn < effort.rounds; turn++) for (const ledger of ledgers) await round(ledger, times)
    return textOf(ledgers, times)
  } finally {
    for (const { worker } of ledgers) await worker.stop('SIGKILL')
  }
}

async function start(rows: number, scratch: string): Promise<Ledger> {
  const module = join(scratch, `grants-${rows}`, 'grants.js')
  await bundle({ entry: join(import.meta.dirname, '../../workers/grants.ts'), outfile: module, kind: 'worker' })
  const object = { binding: 'GATE', className: 'Gate' }
  const worker = await startWorkerd({
    module,
    object,
    compatibilityFlags: ['enable_request_signal'],
    settings: { QUOTA_PER_SECOND: '20' },
  })
  if (rows > 0) await timedGet(`${worker.url}/fill?rows=${rows}`)
  return { rows, worker, grants: [], nothing: [], p99: [] }
}

async function round({ worker: { url }, grants: done, nothing, p99 }: Ledger, times: number): Promise<void> {
  const took: number[] = []
  const idle: number[] = []
  for (let time = 0; time < times; time++) {
    const id = randomUUID()
    idle.push(await timedGet(`${url}/nothing`))
    took.push(await timedGet(`${url}/grant?id=${id}`, 'granted'))
    await timedGet(`${url}/complete?id=${id}`)
  }
  done.push(quantile(took, 0.5))
  nothing.push(quantile(idle, 0.5))
  p99.push(quantile(took, 0.99))
}

function textOf(ledgers: readonly Ledger[], times: number): string[] {
  const [empty, small, large] = ledgers
  const net = (ledger: Ledger): Summary =>
    summary(ledger.grants.map((value, index) => value - (ledger.nothing[index] ?? 0)))
  const median = empty ? net(empty).median : Number.NaN
  const toSmall = ratio((large ?? small)?.grants ?? [], small?.grants ?? [])
  return [
    `Milliseconds for one grant, with an Idempotency-Key, through the Durable Object in workerd: ${times} grants a run, timed`,
    'from outside. _Nothing_ is a request that the Worker answers at once; the difference is the time of the object and its disk.',
    '',
    table(
      ['stored idempotency records', 'a grant: median', 'p99 of a run', 'nothing', 'difference'],
      ledgers.map((ledger) => [
        ledger.rows.toLocaleString('en'),
        spread(summary(ledger.grants)),
        spread(summary(ledger.p99)),
        spread(summary(ledger.nothing)),
        spread(net(ledger)),
      ]),
    ),
    '',
    verdict('A grant through the object and back', `${number(median)} ms`, 'under 2 ms', median < 2),
    verdict('With a million rows against a thousand', ratioText(toSmall), 'at most 1.2', toSmall.median <= 1.2),
  ]
}
