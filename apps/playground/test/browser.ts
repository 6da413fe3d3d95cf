import chromiumBinary from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'

export interface Visit {
  readonly page: Page
  /** Errors and warnings of the console, and what was thrown. */
  readonly complaints: readonly string[]
  /** Requests to anywhere but the playground. */
  readonly strangers: readonly string[]
}

export function launch(): Promise<Browser> {
  return chromiumBinary.executablePath().then((executablePath) =>
    chromium.launch({
      executablePath,
      headless: true,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--no-proxy-server'],
    }),
  )
}

type View = NonNullable<Parameters<Browser['newPage']>[0]>

/** Opens an address, and writes down whatever goes wrong there from then on. */
export async function visit(browser: Browser, url: string, view: View = {}): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...view })
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => {
    // A refused token is an answer; Chromium logs every status above 399 all the same.
    const answered = message.location().url.endsWith('/v1/tokens')
    if (['error', 'warning'].includes(message.type()) && !answered) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origin !== new URL(url).origin && protocol !== 'data:') strangers.push(request.url())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return { page, complaints, strangers }
}
