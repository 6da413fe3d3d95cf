// `pnpm start`: the endpoint in workerd, and the emulator beside it unless Tencent's secrets are in the environment.
import { banner } from './banner.ts'
import { openAll } from './open-all.ts'
import { Opened } from './opened.ts'
import { StartFault } from './start-fault.ts'
import { stopSignal } from './stop-signal.ts'

/** Serves until it is to stop, and leaves nothing behind. Gives the exit code. */
async function serve(stop: AbortSignal): Promise<number> {
  await using opened = new Opened()
  const { running, ended } = await openAll(opened, stop)
  console.log(banner(running))
  const stopped = new Promise<number>((resolve) => stop.addEventListener('abort', () => resolve(0)))
  return await Promise.race([stopped, ended.then((code) => code ?? 1)])
}

/** The exit code of a start that came to nothing. */
function failed(error: unknown, stop: AbortSignal): number {
  if (stop.aborted) return 0
  console.error(error instanceof StartFault ? error.message : error)
  return 1
}

const stop = stopSignal()
process.exit(await serve(stop).catch((error: unknown) => failed(error, stop)))
