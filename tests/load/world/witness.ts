import { join } from 'node:path'
import { type Program, startProgram } from './program.ts'

/** One request as the witness saw it arrive. */
export interface Arrival {
  /** In milliseconds since 1970, with fractions. */
  readonly time: number
  readonly outcome: string
}

/** The emulator, in a process of its own so that nothing here can hold up its clock. */
export class Witness {
  private readonly program: Program

  private constructor(program: Program) {
    this.program = program
  }

  static async start(): Promise<Witness> {
    const bin = join(import.meta.dirname, '../node_modules/@tc3-edge/emulator/src/bin.ts')
    return new Witness(await startProgram(bin, ['--port', '0', '--control']))
  }

  get url(): string {
    return this.program.url
  }

  async arrivals(): Promise<readonly Arrival[]> {
    const { dropped, requests } = await this.ask('requests')
    if (dropped > 0) throw new Error(`The witness let go of ${dropped} arrivals`)
    return requests
  }

  /** By the emulator's own reckoning. */
  async mostInAnySecond(): Promise<number> {
    return (await this.ask('report')).mostReceivedInAnySecond
  }

  stop(): Promise<void> {
    return this.program.stop()
  }

  private async ask(what: 'requests' | 'report') {
    const response = await fetch(`${this.url}/__emulator/${what}`)
    return Object(await response.json())
  }
}
