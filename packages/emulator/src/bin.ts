#!/usr/bin/env node
import { parseCommandLine, USAGE } from './command-line.ts'
import { type RunningEmulator, startEmulator } from './node.ts'

await main()

async function main(): Promise<void> {
  try {
    const command = parseCommandLine(process.argv.slice(2))
    if (command.help) return void process.stdout.write(USAGE)
    const emulator = await startEmulator(command.options)
    process.stdout.write(`${command.greeting(emulator.url)}\n`)
    stopOnSignal(emulator)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    process.stderr.write(`tc3-emulator: ${error.message}\n`)
    process.exitCode = error instanceof TypeError ? 2 : 1
  }
}

function stopOnSignal(emulator: RunningEmulator): void {
  const stop = (): void => {
    void emulator.close()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
