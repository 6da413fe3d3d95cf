import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { developmentCredential } from '@tc3-edge/emulator'
import { bundle } from '@tc3-edge/test-support/bundle'
import { type Program, startProgram } from '@tc3-edge/test-support/program'
import { startWorkerd } from '@tc3-edge/test-support/workerd'
import { makeBindingKey } from '@tc3-edge/token-endpoint/dev/make-binding-key'
import { unstable_readConfig } from 'wrangler'
import type { Fault, GateClass } from './plan.ts'
import { Recorder } from './recorder.ts'
import { backends } from './schedule.ts'

/** The counts of the gate's object. */
export interface ObjectCounts {
  readonly acquires: number
  readonly refusals: number
  readonly calls: number
  readonly callMs: number
}

export const NO_COUNTS: ObjectCounts = { acquires: 0, refusals: 0, calls: 0, callMs: 0 }

/** Everything that one run needs. */
export interface Sandbox extends AsyncDisposable {
  readonly endpoint: Endpoint
  /** Between the endpoint and the upstream, where the fault needs one. */
  readonly proxy: Program | undefined
  readonly recorder: Recorder
}

/** A workerd with fresh state, the emulator, and a delay proxy between them where the fault needs one. */
export async function openSandbox(gate: GateClass, fault: Fault): Promise<Sandbox> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'load-'))
  stack.defer(() => rm(folder, { recursive: true, force: true }))
  const recorder = await Recorder.start()
  stack.defer(() => recorder.stop())
  const proxy = await startDelayProxy(recorder.url, fault)
  stack.defer(() => proxy?.stop())
  const endpoint = await Endpoint.start(gate, folder, proxy?.url ?? recorder.url)
  stack.defer(() => endpoint.stop())
  const all = stack.move()
  return { endpoint, proxy, recorder, [Symbol.asyncDispose]: () => all.disposeAsync() }
}

async function startDelayProxy(upstream: string, fault: Fault): Promise<Program | undefined> {
  if (fault.kind !== 'delays' && fault.kind !== 'cut' && fault.kind !== 'stall') return undefined
  const path = fileURLToPath(import.meta.resolve('@tc3-edge/test-support/delay-proxy'))
  return startProgram(path, [new URL(upstream).port, String(fault.kind === 'delays' ? fault.maxMs : 0)])
}

/** The bundled Worker on a port that it keeps when it is killed. */
export class Endpoint {
  /** By the name of the object. */
  readonly counts = new Map<string, ObjectCounts>()
  private readonly options: Parameters<typeof startWorkerd>[0]
  private workerd: Awaited<ReturnType<typeof startWorkerd>>

  private constructor(options: Endpoint['options'], workerd: Endpoint['workerd']) {
    this.options = options
    this.workerd = workerd
  }

  static async start(gate: GateClass, folder: string, upstream: string): Promise<Endpoint> {
    const module = join(folder, 'endpoint.js')
    await mkdir(folder, { recursive: true })
    await bundle({ entry: join(import.meta.dirname, '../workers/endpoint.ts'), outfile: module, kind: 'worker' })
    const { compatibility_date: compatibilityDate = '', compatibility_flags: compatibilityFlags } = unstable_readConfig(
      { config: fileURLToPath(import.meta.resolve('@tc3-edge/token-endpoint/wrangler.jsonc')) },
      { hideWarnings: true },
    )
    const options = {
      module,
      compatibilityDate,
      compatibilityFlags,
      object: { binding: 'GATE', className: gate },
      settings: settings(upstream),
      onLine: (line: string) => endpoint.read(line),
    }
    const workerd = await startWorkerd(options)
    const endpoint: Endpoint = new Endpoint({ ...options, port: workerd.port }, workerd)
    const { status } = await fetch(`${endpoint.url}/healthz`)
    if (status !== 200) throw new Error(`/healthz returned ${status}`)
    return endpoint
  }

  get url(): string {
    return this.workerd.url
  }

  async restart(): Promise<void> {
    await this.workerd.stop('SIGKILL')
    this.workerd = await startWorkerd(this.options)
  }

  async abortObject(): Promise<void> {
    const { status } = await fetch(`${this.url}/load/abort`, { method: 'POST' })
    if (status !== 204) throw new Error(`/load/abort returned ${status}`)
  }

  stop(): Promise<void> {
    return this.workerd.stop()
  }

  private read(line: string): void {
    const [, name = '', json] = /^meter (\w+) (\{.*\})$/.exec(line) ?? []
    // A line that begins with a brace is the endpoint's request log.
    if (json === undefined) return void (line.startsWith('{') || console.error(line))
    const more: ObjectCounts = JSON.parse(json)
    const { acquires, refusals, calls, callMs } = this.counts.get(name) ?? NO_COUNTS
    this.counts.set(name, {
      acquires: acquires + more.acquires,
      refusals: refusals + more.refusals,
      calls: calls + more.calls,
      callMs: callMs + more.callMs,
    })
  }
}

function settings(upstream: string) {
  return {
    TENCENTCLOUD_SECRET_ID: developmentCredential.secretId,
    TENCENTCLOUD_SECRET_KEY: developmentCredential.secretKey,
    FACEID_ENDPOINT: upstream,
    FACEID_REGION: 'ap-singapore',
    BACKENDS: backends(),
    BINDING_KEYS: `[${makeBindingKey()}]`,
  }
}
