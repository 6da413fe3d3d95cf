import { type Program, startProgram } from '@tc3-edge/test-support/program'

/** One request as the upstream received it. */
export interface ReceivedRequest {
  readonly action: string
  /** When its last byte arrived, in milliseconds since 1970, with fractions. */
  readonly time: number
  /** Whether its signature was valid and in time: it was carried out, unless it was throttled. */
  readonly accepted: boolean
  /** `ok`, or the code of the error. */
  readonly outcome: string
}

/** The emulator's own counts of one operation. */
export interface Report {
  readonly action: string
  readonly mostAcceptedInAnySecond: number
  readonly mostReceivedInAnySecond: number
}

/** The emulator, as upstream and recorder, in a process of its own. */
export class Recorder {
  private readonly program: Program

  private constructor(program: Program) {
    this.program = program
  }

  static async start(): Promise<Recorder> {
    const bin = new URL('./bin.ts', import.meta.resolve('@tc3-edge/emulator'))
    return new Recorder(await startProgram(bin.pathname, ['--port', '0', '--control', '--quiet']))
  }

  get url(): string {
    return this.program.url
  }

  /** In the order of time. */
  async received(): Promise<readonly ReceivedRequest[]> {
    const { dropped, requests } = await this.get('requests')
    if (dropped > 0) throw new Error(`The recorder dropped ${dropped} requests`)
    return requests
  }

  /** By operation, as Tencent counts. */
  async report(): Promise<readonly Report[]> {
    return (await this.get('report')).quotas
  }

  async clear(): Promise<void> {
    await fetch(`${this.url}/__emulator/requests`, { method: 'DELETE' })
  }

  /** Loses the responses of that part of calls from now on: they are carried out and never answered. */
  async loseResponses(share: number): Promise<void> {
    const { status } = await fetch(`${this.url}/__emulator/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ share, fault: { kind: 'hang', when: 'after' } }),
    })
    if (status !== 201) throw new Error(`The emulator returned ${status} to a fault rule`)
  }

  stop(): Promise<void> {
    return this.program.stop()
  }

  private async get(what: 'requests' | 'report') {
    const response = await fetch(`${this.url}/__emulator/${what}`)
    return Object(await response.json())
  }
}
