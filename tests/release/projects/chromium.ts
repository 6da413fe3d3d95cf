import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { runIn } from './project.ts'

/** Opens an empty page in a headless browser that is unpacked into the folder, and closes both. */
export async function inChromium<T>(folder: string, use: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = await unpack(join(folder, '.chromium'))
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-proxy-server']
  const browser = await chromium.launch({ executablePath, headless: true, args })
  try {
    return await use(await browser.newPage())
  } finally {
    await browser.close()
  }
}

/** A process of its own, because the unpacker looks at TMPDIR once. */
async function unpack(folder: string): Promise<string> {
  await mkdir(folder)
  const unpacker = join(import.meta.dirname, '../../contract/tarball/unpack-chromium.ts')
  return (await runIn(folder, process.execPath, [unpacker], { TMPDIR: folder })).trim()
}
