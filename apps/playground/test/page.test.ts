import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { faultSwitches } from '../wire/fault-switches.ts'
import { violations } from './axe.ts'
import { launch, type Visit, visit } from './browser.ts'

const playground = inject('playground')

let browser: Browser
let visited: Visit | undefined
beforeAll(async () => {
  browser = await launch()
})
afterEach(async () => {
  const { complaints, strangers, page } = visited ?? {}
  await page?.close()
  visited = undefined
  await fetch(`${playground}/api/faults`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: '{"on":null}',
  })
  expect(complaints ?? []).toStrictEqual([])
  expect(strangers ?? []).toStrictEqual([])
})
afterAll(() => browser.close())

async function open(view: Parameters<typeof visit>[2] = {}): Promise<Page> {
  visited = await visit(browser, playground, view)
  return visited.page
}

const answer = (page: Page) => page.getByRole('region', { name: 'Answer', exact: true })
const said = (page: Page, text: string) => answer(page).getByText(text).first().waitFor()
const issue = (page: Page) => page.getByRole('button', { name: 'Issue a token' }).click()

/** Until the permits of earlier tests are free again. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1_500))

describe('a token', () => {
  it('is issued to a backend and to an app user, and no credential shows', async () => {
    const page = await open()
    for (const caller of ['A backend', 'App user alice']) {
      await page.getByLabel(caller).check()
      await issue(page)
      await said(page, 'for one verification')
      expect(await answer(page).textContent()).toMatch(/"sdkToken": "[0-9A-F-]{36}"/i)
    }
    const credential = /tc3e_[\w-]{9}|eyJ[\w-]{9}/
    expect(await page.content()).not.toMatch(credential)
    expect(page.url()).toBe(`${playground}/`)
    await page.getByRole('button', { name: 'Show the credential' }).click()
    await page.getByText(/Bearer eyJ[\w-]{9}/).waitFor()
  })

  it('is issued by keyboard alone', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    for (let step = 0; step < 40 && !(await focusIsOn(page, 'Issue a token')); step++) await page.keyboard.press('Tab')
    expect(await focusIsOn(page, 'Issue a token')).toBe(true)
    await page.keyboard.press('Enter')
    await said(page, 'for one verification')
  })

  it('is the same for the same Idempotency-Key', async () => {
    const page = await open()
    await page.getByRole('button', { name: 'New key' }).click()
    const tokens: string[] = []
    for (let time = 0; time < 2; time++) {
      const answered = page.waitForResponse('**/v1/tokens')
      await issue(page)
      tokens.push((await (await answered).json()).sdkToken)
    }
    expect(tokens[0]).toMatch(/^[0-9A-F-]{36}$/i)
    expect(tokens[1]).toBe(tokens[0])
  })
})

describe('what is wrong', () => {
  it('is said at the parameter, with what to do', async () => {
    const page = await open()
    await page.getByLabel('ActionList').fill('blink,blink')
    await issue(page)
    await said(page, 'Invalid parameters')
    await said(page, 'What to do:')
    const field = page.getByLabel('ActionList')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await page.locator('#parameter-ActionList-error').textContent()).toContain('two different ones')
    await page.getByRole('link', { name: 'All about parameters-invalid' }).click()
    await page.getByText('Use a new Idempotency-Key.').waitFor()
  })

  it('is closed to an app user in the form, and refused by the endpoint if sent all the same', async () => {
    const page = await open()
    await page.getByLabel('App user alice').check()
    expect(await page.getByLabel('CheckMode').isDisabled()).toBe(true)
    await page.getByLabel('Let me send what the preset closes').check()
    await page.getByLabel('CheckMode').selectOption('3')
    await issue(page)
    await said(page, 'CheckMode is not for this caller to choose')
  })

  it('leads to /healthz where a setting is missing', async () => {
    const page = await open()
    await page.route('**/v1/tokens', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ code: 'endpoint-misconfigured', title: 'Not set up', detail: '', advice: '' }),
      }),
    )
    await issue(page)
    await said(page, 'Not set up')
    expect(await answer(page).getByRole('link', { name: '/healthz' }).getAttribute('href')).toBe('/healthz')
  })

  it('is said where nobody calls', async () => {
    const page = await open()
    await page.getByLabel('Nobody').check()
    await issue(page)
    await said(page, 'Missing credentials')
  })
})

describe('the form', () => {
  it('sends no preset where none is named, in a burst neither', async () => {
    const page = await open()
    await page.getByLabel('Preset', { exact: true }).fill('')
    const asked = page.waitForRequest('**/v1/tokens')
    await issue(page)
    expect((await asked).postDataJSON()).toStrictEqual({})
    await said(page, 'for one verification')
    await page.getByLabel('Requests').selectOption('20')
    await page.getByRole('button', { name: 'Fire 20' }).click()
    await page.locator('[data-most]').waitFor()
    expect(await page.locator('.legend .failed').getAttribute('data-count')).toBe('0')
    expect(await page.getByText('preset-unknown').count()).toBe(0)
  })

  it('takes in a parameter that the served document adds', async () => {
    const page = await browser.newPage()
    await page.route('**/openapi.json', async (route) => {
      const served = await route.fetch()
      const text = await served.text()
      const added = { type: 'string', description: 'Added `today`.', enum: ['slow', 'fast'], default: 'slow' }
      await route.fulfill({
        response: served,
        body: text.replace('"CheckMode":', `"Pace":${JSON.stringify(added)},$&`),
      })
    })
    await page.goto(playground)
    // What a preset does not name is closed until the operator opens it.
    await page.getByLabel('Let me send what the preset closes').check()
    await page.getByLabel('Pace').selectOption('fast')
    expect(await page.getByText('Added today.').count()).toBe(1)
    expect(await page.getByRole('region', { name: 'Code' }).textContent()).toContain('"Pace":"fast"')
    await page.close()
  })

  it('gives the request in three languages, with a variable for the credential', async () => {
    const page = await open()
    await page.getByLabel('IdCardType').selectOption('ML')
    for (const [language, text] of [
      ['curl', '"IdCardType":"ML"'],
      ['fetch', "'Bearer ' + credential"],
      ['@tc3-edge/faceid', 'faceid.ApplySdkVerificationToken({'],
    ] as const) {
      await page.getByLabel(language, { exact: true }).check()
      expect(await page.getByRole('region', { name: 'Code' }).textContent()).toContain(text)
    }
  })
})

describe('a burst', () => {
  it('of 60 is drawn request by request, with at most 20 calls in any second', async () => {
    await settle()
    const page = await open()
    await page.getByRole('button', { name: 'Fire 60' }).click()
    await page.locator('[data-most]').waitFor()
    const most = Number(await page.locator('[data-most]').getAttribute('data-most'))
    expect(most).toBeGreaterThan(10)
    expect(most).toBeLessThanOrEqual(20)
    expect(await page.locator('.mark').count()).toBe(60)
    const items = await page.locator('.legend li').all()
    const counts = await Promise.all(items.map(async (item) => Number(await item.getAttribute('data-count'))))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60)
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBeGreaterThan(10)
    expect(counts[3]).toBe(0)
    expect(await page.locator('.shares th').allInnerTexts()).toStrictEqual(['backend', 'alice', 'bob'])
  })
})

describe('a switch', () => {
  it.each(faultSwitches)('$name: what is said is what the caller sees', async ({ id, name, answer: expected }) => {
    const page = await open()
    await page.getByLabel(name).check()
    await page.getByText('The caller sees').waitFor()
    const answered = page.waitForResponse('**/v1/tokens')
    await issue(page)
    const response = await answered
    expect({ id, status: response.status(), code: (await response.json()).code }).toStrictEqual({
      id,
      status: expected.status,
      code: expected.code,
    })
    await said(page, `The emulator was told to misbehave: ${name}.`)
    await page.getByText(/^Met .* so far\.$/).waitFor()
  })
})

describe('for everybody', () => {
  it.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
    await settle()
    const page = await open({ colorScheme })
    expect(await violations(page)).toStrictEqual([])
    await page.getByLabel('ActionList').fill('blink,blink')
    await issue(page)
    await said(page, 'What to do:')
    await page.getByLabel('Half an answer').check()
    await page.getByRole('button', { name: 'Fire 60' }).click()
    await page.locator('[data-most]').waitFor()
    expect(await violations(page)).toStrictEqual([])
  })

  it('nothing is wider than a phone', async () => {
    await settle()
    const page = await open({ viewport: { width: 320, height: 640 } })
    await issue(page)
    await said(page, 'Headers and body')
    await page.getByRole('button', { name: 'Fire 60' }).click()
    await page.locator('[data-most]').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    const sizes = `[...document.querySelectorAll('svg text')].map((text) =>
      parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)`
    const smallest = Math.min(...(await page.evaluate<number[]>(sizes)))
    expect(smallest).toBeGreaterThanOrEqual(10)
    expect(smallest).toBeLessThan(20)
  })

  it('the page is under 150 kB, all told', async () => {
    const page = await browser.newPage()
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      sizes.push(
        request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
      )
    })
    await page.goto(playground, { waitUntil: 'networkidle' })
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    await page.close()
    expect(total).toBeGreaterThan(10_000)
    expect(total).toBeLessThan(150_000)
    console.log(`The page: ${(total / 1_000).toFixed(0)} kB in ${sizes.length} requests.`)
  })
})

async function focusIsOn(page: Page, text: string): Promise<boolean> {
  return page.evaluate(`document.activeElement.innerText === ${JSON.stringify(text)}`)
}
