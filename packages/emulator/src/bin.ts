#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { type Command, parseCommandLine, USAGE } from './command-line.ts'
import { type RunningEmulator, startEmulator } from './node.ts'
import { requestLine } from './request-line.ts'
import { readSpec } from './spec-file.ts'

await main()

async function main(): Promise<void> {
  try {
    const command = parseCommandLine(process.argv.slice(2))
    if (command.help) return void process.stdout.write(USAGE)
    if (command.version) return void process.stdout.write(`${await version()}\n`)
    const emulator = await start(command)
    process.stdout.write(`${command.greeting(emulator.url)}\n`)
    stopOnSignal(emulator)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    process.stderr.write(`tc3-emulator: ${error.message}\n`)
    process.exitCode = error instanceof TypeError ? 2 : 1
  }
}

async function start({ options, specs, faults, quiet }: Command): Promise<RunningEmulator> {
  const spec = await Promise.all(specs.map(readSpec))
  const emulator = await startEmulator({
    ...options,
    ...(spec.length > 0 && { spec }),
    ...(!quiet && { onRequest: (request) => void process.stdout.write(`${requestLine(request)}\n`) }),
  })
  for (const fault of faults) emulator.faults.add(fault)
  return emulator
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  return String(Object(manifest).version)
}

function stopOnSignal(emulator: RunningEmulator): void {
  const stop = (): void => {
    void emulator.close()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
