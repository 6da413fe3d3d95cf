import { basename } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import type { Report } from '../suite/suite.ts'
import { suiteBundle } from './bundle.ts'
import { servePage } from './page-server.ts'
import type { Runtime } from './runtime.ts'

export function chromiumRuntime(name: string, lacks: Runtime['lacks']): Runtime {
  return {
    name,
    lacks,
    run: async (job) => {
      const server = await servePage({ folder: job.scratch, upstream: job.settings.endpoint })
      try {
        // The page's own origin: the emulator says nothing of CORS, and is served through it.
        const settings = { ...job.settings, endpoint: server.url }
        const script = await suiteBundle({ ...job, settings }, 'page', 'esm')
        return await inChromium(async (page, version) => {
          const errors: string[] = []
          page.on('pageerror', (error) => errors.push(`${error.stack}`))
          await page.goto(`${server.url}/page?script=${basename(script)}`)
          const report = await page.evaluate<Report | undefined>('globalThis.report')
          if (!report) throw new Error(`the page failed: ${errors.join('\n')}`)
          return { version, report }
        })
      } finally {
        await server.close()
      }
    },
  }
}

/** Opens an empty page in a headless browser, and closes both. */
export async function inChromium<T>(use: (page: Page, version: string) => Promise<T>): Promise<T> {
  const browser = await launch()
  try {
    return await use(await browser.newPage(), browser.version())
  } finally {
    await browser.close()
  }
}

async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromium'),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--no-proxy-server',
    ],
  })
}
