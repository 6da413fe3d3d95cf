// `pnpm --filter playground screenshot URL FILE`: the picture in the README, of a playground that runs at URL.
import { launch, visit } from './browser.ts'

const [url, path] = process.argv.slice(2)
if (url === undefined || path === undefined) {
  console.error('Usage: node test/screenshot.ts URL FILE')
  process.exit(1)
}
const browser = await launch()
try {
  const { page } = await visit(browser, url, { colorScheme: 'light', viewport: { width: 1280, height: 900 } })
  await page.getByRole('button', { name: 'Ask for a token' }).click()
  await page.getByText('Token received').waitFor()
  // Until the permit of that token is free again.
  await page.waitForTimeout(1_500)
  await page.getByLabel('Requests', { exact: true }).selectOption('120')
  await page.getByRole('button', { name: 'Send 120 requests' }).click()
  await page.locator('[data-most]').waitFor()
  // So that nothing is pointed at, and what sticks to the top is in its place.
  await page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
  await page.mouse.move(0, 0)
  await page.screenshot({ path, fullPage: true })
} finally {
  await browser.close()
}
