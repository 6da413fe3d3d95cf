// `pnpm start`: the endpoint in workerd, with the emulator and the playground unless Tencent's secrets are given.
import { serveWorker } from './serve-worker.ts'
import { runServices } from './services.ts'

await runServices({ variables: process.env, serve: serveWorker })
