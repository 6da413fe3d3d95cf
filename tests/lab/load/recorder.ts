import { type Program, startProgram } from '@tc3-edge/test-support/program'

/** One request as the upstream received it. */
export interface ReceivedRequest {
  /** When its last byte had come, in milliseconds since 1970, with fractions. */
  readonly time: number
  /** `ok`, or the code of the error. */
  readonly outcome: string
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

  /** By the emulator's own count. */
  async fullestSecond(): Promise<number> {
    return (await this.get('report')).mostReceivedInAnySecond
  }

  stop(): Promise<void> {
    return this.program.stop()
  }

  private async get(what: 'requests' | 'report') {
    const response = await fetch(`${this.url}/__emulator/${what}`)
    return Object(await response.json())
  }
}
