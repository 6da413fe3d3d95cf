import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { bundle } from '../runners/bundle.ts'
import { inChromium } from '../runners/chromium.ts'
import { answerOf } from '../runners/edge-runtime.ts'
import { servePage } from '../runners/page-server.ts'
import { output, type Program } from '../runners/program.ts'
import { temporary } from '../runners/runtime.ts'
import { serve } from '../runners/workerd.ts'

export interface Place {
  /** Where the packed packages are installed. */
  readonly installed: string
  /** A folder below it for this example alone. */
  readonly scratch: string
  /** Where the emulator listens. */
  readonly endpoint: string
}

/** Runs an example and gives what it printed or answered. */
export type RunExample = (code: string, place: Place) => Promise<string>

/** The credentials that the README says to put there. */
const environment = {
  TENCENTCLOUD_SECRET_ID: temporary.secretId,
  TENCENTCLOUD_SECRET_KEY: temporary.secretKey,
  TENCENTCLOUD_SESSION_TOKEN: temporary.token,
} as const

/** The one thing that is changed in an example: the emulator stands in for Tencent Cloud. */
const pointedAt = (endpoint: string, code: string) => code.replaceAll('https://faceid.tencentcloudapi.com', endpoint)

/** As a file of TypeScript, which Node 24, Deno and Bun run as it is. */
export function asProgram(program: Program): RunExample {
  return async (code, { scratch, endpoint }) => {
    const file = join(scratch, 'example.ts')
    await writeFile(file, pointedAt(endpoint, code))
    return output(program, file, environment)
  }
}

/** As a Worker, bundled, with the credentials as secrets. */
export function asWorker(flags: readonly string[]): RunExample {
  return async (code, { installed, scratch, endpoint }) => {
    const outfile = join(scratch, 'worker.mjs')
    await bundle({ entry: { code: pointedAt(endpoint, code) }, outfile, format: 'esm', installed })
    const worker = await serve(outfile, flags, environment)
    try {
      return await (await fetch(worker.url)).text()
    } finally {
      await worker.stop('SIGKILL')
    }
  }
}

/** As Vercel runs it: the default export is called with the request, and `process.env` holds the settings. */
export const asEdgeFunction: RunExample = async (code, { installed, scratch, endpoint }) => {
  const outfile = join(scratch, 'edge.js')
  await writeFile(join(scratch, 'function.ts'), pointedAt(endpoint, code))
  const entry = `import handler from './${basename(scratch)}/function.ts'
    addEventListener('fetch', (event) => event.respondWith(handler(event.request)))`
  await bundle({ entry: { code: entry, resolveDir: join(scratch, '..') }, outfile, format: 'iife', installed })
  return (await answerOf(outfile, { process: { env: environment } })).text()
}

/** As the script of a page, whose server has temporary credentials as STS gives them. */
export const inPage: RunExample = async (code, { installed, scratch, endpoint }) => {
  const { secretId: TmpSecretId, secretKey: TmpSecretKey, token: Token } = temporary
  const ExpiredTime = Math.floor(Date.now() / 1000) + 1800
  const answers = { '/temporary-credentials': { Credentials: { TmpSecretId, TmpSecretKey, Token }, ExpiredTime } }
  const server = await servePage({ folder: scratch, upstream: endpoint, answers })
  try {
    const outfile = join(scratch, 'page.mjs')
    await bundle({ entry: { code: pointedAt(server.url, code) }, outfile, format: 'esm', installed })
    return await inChromium(async (page) => {
      const printed = page.waitForEvent('console')
      await page.goto(`${server.url}/page?script=page.mjs`)
      return JSON.stringify(await (await printed).args()[0]?.jsonValue())
    })
  } finally {
    await server.close()
  }
}
