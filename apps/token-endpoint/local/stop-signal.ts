import { watchRunners } from './runners.ts'

/** Aborts when this process is to end: Ctrl-C, `kill`, a closed terminal, or the command that started it is gone. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  // More of them may follow: the terminal sends one to all, and npx and pnpm pass theirs on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  watchRunners(() => stop.abort())
  // Where nobody reads any more, there is nothing to say.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return stop.signal
}
