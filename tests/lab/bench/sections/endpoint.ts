import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { bundle } from '@tc3-edge/test-support/bundle'
import { startProgram } from '@tc3-edge/test-support/program'
import { quantile, ratio, summary } from '@tc3-edge/test-support/statistics'
import { type RunningWorkerd, startWorkerd } from '@tc3-edge/test-support/workerd'
import { makeBindingKey } from '@tc3-edge/token-endpoint/dev/make-binding-key'
import { transform } from 'esbuild'
import { number, ratioText, spread, table } from '../../report/markdown.ts'
import type { Effort } from '../measure/effort.ts'
import { postToken, tokenResponsesPerSecond } from '../measure/post-token.ts'
import { residentMemory } from '../measure/resident-memory.ts'
import { timedGet } from '../measure/timed-get.ts'
import type { Section } from '../section.ts'
import { credentials, region } from '../subjects/request.ts'

/** Open nothing but the workerds of this run. */
const API_KEY = 'bench-key'
const CROWD_KEY = 'crowd-key'
const OURS = 'ours'
const BARE = 'bare Hono'
const CHECKED = 'Hono and the check'
const CALLING = 'Hono, the check and the call'
/** By what the code of each is. */
const WORKERS: Readonly<Record<string, string>> = {
  [BARE]: `import { bare } from './hono.ts'; export default bare()`,
  [CHECKED]: `import { checked } from './hono.ts'; export default checked()`,
  [CALLING]: `import { calling } from './hono.ts'; export default calling()`,
  [OURS]: `export { default, Gate } from '@tc3-edge/token-endpoint/worker'`,
}

/** Fewer than the quota, so that nobody waits for a permit. */
const ADMITTED = 15
/** After which all permits are free again. */
const REST_MS = 1_100
const IN_FLIGHT = 32
/** More than the queue holds. */
const CROWD = 128

interface Subject {
  readonly name: string
  readonly module: string
  readonly upstream: string
}

type Figures = Record<string, number[]>

/** What our endpoint takes beside the least that a Worker with Hono takes. */
export async function endpoint(effort: Effort, scratch: string): Promise<Section> {
  const upstream = await startProgram(join(import.meta.dirname, '../servers/upstream.ts'), [])
  try {
    const subjects: Subject[] = []
    for (const [index, [name, code]] of Object.entries(WORKERS).entries()) {
      const module = join(scratch, String(index), 'worker.js')
      await bundle({
        entry: { code, folder: join(import.meta.dirname, '../../workers') },
        outfile: module,
        kind: 'worker',
      })
      subjects.push({ name, module, upstream: upstream.url })
    }
    const started = await startUps(
      subjects.filter(({ name }) => name === BARE || name === OURS),
      effort,
    )
    const answered = await answers(subjects, effort)
    const sizes = await Promise.all(subjects.map(async ({ name, module }) => [name, await sizeOf(module)] as const))
    const text = textOf({ ...started, ...answered, sizes: new Map(sizes) })
    return { title: 'The endpoint', text }
  } finally {
    await upstream.stop()
  }
}

function serve({ name, module, upstream }: Subject): Promise<RunningWorkerd> {
  const hash = (key: string) => createHash('sha256').update(key).digest('hex')
  const settings = {
    TENCENTCLOUD_SECRET_ID: credentials.secretId,
    TENCENTCLOUD_SECRET_KEY: credentials.secretKey,
    FACEID_ENDPOINT: upstream,
    FACEID_REGION: region,
    BACKENDS: JSON.stringify({
      bench: { keys: [hash(API_KEY)], tokensPerHour: 1_000_000 },
      crowd: { keys: [hash(CROWD_KEY)], tokensPerHour: 1_000_000 },
    }),
    BINDING_KEYS: `[${makeBindingKey()}]`,
  }
  const object = name === OURS ? { object: { binding: 'GATE', className: 'Gate' } } : {}
  return startWorkerd({ module, settings, compatibilityFlags: ['enable_request_signal'], ...object })
}

/** Milliseconds from starting workerd to its first answer, and its memory then, in turn. */
async function startUps(
  subjects: readonly Subject[],
  { rounds }: Effort,
): Promise<{ start: Figures; memory: Figures }> {
  const start: Figures = {}
  const memory: Figures = {}
  for (let round = 0; round < rounds; round++) {
    for (const subject of subjects) {
      const startedAt = performance.now()
      const worker = await serve(subject)
      await timedGet(`${worker.url}/healthz`)
      add(start, subject, performance.now() - startedAt)
      add(memory, subject, await residentMemory(worker.pid))
      await worker.stop('SIGKILL')
    }
  }
  return { start, memory }
}

interface Answered {
  /** Milliseconds to a token, the median of each run. */
  readonly latency: Figures
  /** Answers a second to a credential that nobody has. */
  readonly unknown: Figures
  /** Answers a second to requests for which there is no room. */
  readonly full: number[]
  readonly memoryAfter: Figures
}

async function answers(subjects: readonly Subject[], effort: Effort): Promise<Answered> {
  const running: (Subject & RunningWorkerd)[] = []
  try {
    for (const subject of subjects) running.push({ ...subject, ...(await serve(subject)) })
    for (const { url } of running) await latencyOf(url)
    return await answersInTurn(running, effort)
  } finally {
    for (const { stop } of running) await stop('SIGKILL')
  }
}

async function answersInTurn(running: readonly (Subject & RunningWorkerd)[], effort: Effort): Promise<Answered> {
  const answered = { latency: {}, unknown: {}, memoryAfter: {}, full: [] as number[] } satisfies Answered
  const { latency, unknown, memoryAfter, full } = answered
  const ms = effort.runMs * 10
  for (let round = 0; round < effort.rounds; round++) {
    await pause()
    for (const subject of running) add(latency, subject, await latencyOf(subject.url))
    for (const subject of running.filter(({ name }) => name === CHECKED || name === OURS)) {
      add(
        unknown,
        subject,
        await tokenResponsesPerSecond(subject.url, 'nobody', { status: 401, inFlight: IN_FLIGHT, ms }),
      )
    }
    const { url = '' } = running.find(({ name }) => name === OURS) ?? {}
    full.push(await tokenResponsesPerSecond(url, CROWD_KEY, { status: 503, inFlight: CROWD, ms }))
    for (const subject of running) add(memoryAfter, subject, await residentMemory(subject.pid))
  }
  return answered
}

async function latencyOf(url: string): Promise<number> {
  const times: number[] = []
  for (let request = 0; request < ADMITTED; request++) {
    const { status, ms } = await postToken(url, API_KEY)
    if (status !== 201) throw new Error(`${url} answered ${status} to a request that should be admitted`)
    times.push(ms)
  }
  return quantile(times, 0.5)
}

const pause = () => new Promise((resolve) => setTimeout(resolve, REST_MS))

function add(figures: Figures, { name }: Subject, value: number): void {
  figures[name] = [...(figures[name] ?? []), value]
}

async function sizeOf(module: string): Promise<string> {
  const { code } = await transform(await readFile(module, 'utf8'), { minify: true, format: 'esm', target: 'es2022' })
  return `${number(code.length)} / ${number(gzipSync(code, { level: 9 }).byteLength)}`
}

interface Results extends Answered {
  readonly start: Figures
  readonly memory: Figures
  readonly sizes: ReadonlyMap<string, string>
}

function textOf({ start, memory, latency, unknown, full, memoryAfter, sizes }: Results): string {
  const cell = (values: readonly number[] | undefined) => (values ? spread(summary(values)) : '')
  const rows = Object.keys(WORKERS).map((name) => [
    name,
    sizes.get(name) ?? '',
    cell(start[name]),
    cell(memory[name]),
    cell(memoryAfter[name]),
    cell(latency[name]),
    cell(unknown[name]),
    name === OURS ? cell(full) : '',
  ])
  const to = (baseline: string) => ratioText(ratio(latency[OURS] ?? [], latency[baseline] ?? []))
  const startRatio = ratioText(ratio(start[OURS] ?? [], start[BARE] ?? []))
  return [
    'The bundled Worker in workerd, on a socket, with an upstream on loopback that responds at once. _Bare Hono_ reads the request and',
    'responds. _The check_ is our check of the API key. _The call_ is one call with our client. _Ours_ adds the gate, the log line of each',
    'request, and the headers and checks of the API. Start-up: from starting workerd to its first response. A token:',
    `${ADMITTED} requests a run, one at a time, each granted at once. Refusals: ${IN_FLIGHT} requests of unknown callers in flight, or ${CROWD} when`,
    'the queue is full. The program that sends them has a core of its own, whose speed limits these figures too.',
    '',
    table(
      [
        '',
        'bytes minified / gzipped',
        'start-up, ms',
        'memory then, MB',
        'after each run, MB',
        'a token, ms',
        'unknown callers refused a second',
        'refused without capacity a second',
      ],
      rows,
    ),
    '',
    `- A token takes ${to(BARE)} times as long as a response of bare Hono, ${to(CHECKED)} times one with the check, and ${to(CALLING)} times`,
    '  one with the check and the call: the last is what the gate costs.',
    `- Start-up takes ${startRatio} times as long as that of bare Hono.`,
    `- An unknown caller is refused at ${ratioText(ratio(unknown[OURS] ?? [], unknown[CHECKED] ?? []))} times the rate of Hono with the same check: ours also writes a`,
    '  problem document, security headers and a log line.',
  ].join('\n')
}
