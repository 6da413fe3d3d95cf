// `pnpm --filter playground screenshot URL FILE`: the picture in the README, of a playground that runs at URL.
import { launch, visit } from './browser.ts'

const [url, path] = process.argv.slice(2)
if (url === undefined || path === undefined) {
  console.error('Usage: node test/screenshot.ts URL FILE')
  process.exit(1)
}
const browser = await launch()
try {
  const { page } = await visit(browser, url, { colorScheme: 'light', viewport: { width: 1280, height: 2000 } })
  await page.getByLabel('App user alice').check()
  await page.getByLabel('IdCardType').selectOption('SingaporeIDCard')
  await page.getByRole('button', { name: 'Issue a token' }).click()
  await page.getByText('for one verification').first().waitFor()
  // Until the permit of that token is free again.
  await page.waitForTimeout(1_500)
  await page.getByRole('button', { name: /^Fire/ }).click()
  await page.locator('[data-most]').waitFor()
  // The panel below would make it longer without saying more, and cut short it would be cut through.
  await page.evaluate("document.querySelector('.faults').remove()")
  const bottoms = await page.evaluate<number[]>(
    "[...document.querySelectorAll('.panel')].map((panel) => panel.getBoundingClientRect().bottom)",
  )
  const height = Math.ceil(Math.max(...bottoms) + 16)
  await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: 1280, height } })
} finally {
  await browser.close()
}
