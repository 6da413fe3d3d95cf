import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { simulatedFaults } from '../protocol/faults.ts'
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

const phone = (page: Page) => page.getByRole('region', { name: 'Phone' })
const traffic = (page: Page) => page.getByRole('region', { name: 'Traffic' })
const said = (page: Page, text: string) => phone(page).getByText(text).first().waitFor()
const callAs = (page: Page, caller: string) =>
  page.getByLabel('Caller', { exact: true }).selectOption({ label: caller })
const openOptions = (page: Page) => page.getByText('Request options').click()
const unlock = (page: Page) => page.getByLabel('Unlock the others').check()
const showTab = (page: Page, name: string) => traffic(page).getByRole('tab', { name }).click()

async function ask(page: Page): Promise<void> {
  if (await page.getByRole('button', { name: 'Verify', exact: true }).isVisible()) {
    await verify(page)
    await page.getByRole('button', { name: 'Read the result' }).click()
    await page.getByRole('button', { name: 'Start over' }).click()
  }
  await page.getByRole('button', { name: 'Ask for a token' }).click()
}

/** Lets the verification that the phone has a token for end, so or as it is chosen. */
async function verify(page: Page, outcome?: string): Promise<void> {
  if (outcome !== undefined) await page.getByLabel('How should it end?').selectOption(outcome)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await said(page, 'Verification finished')
}

/** Whether all of the element can be seen without scrolling. */
async function isInView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox()
  const view = element.page().viewportSize()
  if (box === null || view === null) return false
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= view.width && box.y + box.height <= view.height
}

/** Until the permits of earlier tests are free again. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1_500))

describe('a token', () => {
  it('is issued to a backend and to an app user, and no credential shows', async () => {
    const page = await open()
    for (const caller of ['A backend (API key)', 'App user alice (JWT)']) {
      await page.reload()
      await callAs(page, caller)
      await ask(page)
      await said(page, 'For one verification')
      expect(await traffic(page).textContent()).toMatch(/"sdkToken": "[0-9A-F-]{36}"/i)
    }
    const credential = /tc3e_[\w-]{9}|eyJ[\w-]{9}/
    await showTab(page, 'Request')
    expect(await page.content()).not.toMatch(credential)
    expect(page.url()).toBe(`${playground}/`)
    await page.getByRole('button', { name: 'Show the credential' }).click()
    await page.getByText(/Bearer eyJ[\w-]{9}/).waitFor()
  })

  it('is issued by keyboard alone', async () => {
    const page = await open()
    await page.keyboard.press('Tab')
    for (let step = 0; step < 40 && !(await focusIsOn(page, 'Ask for a token')); step++)
      await page.keyboard.press('Tab')
    expect(await focusIsOn(page, 'Ask for a token')).toBe(true)
    await page.keyboard.press('Enter')
    await said(page, 'For one verification')
  })

  it('is the same for the same Idempotency-Key', async () => {
    const page = await open()
    await openOptions(page)
    await page.getByRole('button', { name: 'New key' }).click()
    const tokens: string[] = []
    for (let time = 0; time < 2; time++) {
      const answered = page.waitForResponse('**/v1/tokens')
      await ask(page)
      tokens.push((await (await answered).json()).sdkToken)
      await said(page, 'Token received')
    }
    expect(tokens[0]).toMatch(/^[0-9A-F-]{36}$/i)
    expect(tokens[1]).toBe(tokens[0])
  })
})

describe('a verification', () => {
  it.each([
    ['It passes', { title: 'Verified', advice: '', reason: 'passed' }],
    [
      'Too dark or too bright',
      { title: 'Not verified', advice: 'Try again in better light.', reason: 'poor-lighting' },
    ],
    ['The card is rejected', { title: 'Not verified', advice: 'Use another document.', reason: 'card-rejected' }],
  ])(
    'that ends with "%s" is read by who got the token: advice for a user, the reason for a backend',
    async (...given) => {
      const [outcome, { title, advice, reason }] = given
      const page = await open()
      await ask(page)
      await verify(page, outcome)
      const next = traffic(page).getByRole('button', { name: 'next, not sent yet' })
      expect(await next.textContent()).toContain('/v1/results')
      await page.getByRole('button', { name: 'Read the result' }).click()
      await said(page, title)
      await said(page, advice)
      expect(await traffic(page).textContent()).not.toContain('"reason"')

      await page.getByRole('button', { name: 'Start over' }).click()
      await callAs(page, 'A backend (API key)')
      await ask(page)
      await verify(page, outcome)
      await page.getByRole('button', { name: 'Read the result' }).click()
      await said(page, reason)
      expect(await traffic(page).textContent()).toContain('"code"')
      expect(await violations(page)).toStrictEqual([])
    },
  )

  it('without a result yet is read again', async () => {
    const page = await open()
    await ask(page)
    await verify(page, 'No result at first, then it passes')
    await page.getByRole('button', { name: 'Read the result' }).click()
    await said(page, 'No result yet')
    await page.getByRole('button', { name: 'Read it again' }).click()
    await said(page, 'Verified')
  })
})

describe('what is wrong', () => {
  it('is said at the parameter, with what to do', async () => {
    const page = await open()
    await openOptions(page)
    await unlock(page)
    await page.getByLabel('ActionList').fill('blink,blink')
    await callAs(page, 'A backend (API key)')
    const before = await borderOf(page, '#parameter-ActionList')
    await ask(page)
    await said(page, 'Invalid parameters')
    await said(page, 'Correct the parameters')
    const field = page.getByLabel('ActionList')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await borderOf(page, '#parameter-ActionList')).not.toBe(before)
    expect(await page.locator('#parameter-ActionList-error').textContent()).toContain('two different ones')
    await page.getByRole('link', { name: 'About parameters-invalid' }).click()
    await page.getByText('Use a new Idempotency-Key.').waitFor()
  })

  it('is locked for an app user in the form, and refused by the endpoint if sent all the same', async () => {
    const page = await open()
    await openOptions(page)
    await page.getByText('by the preset').first().click()
    expect(await page.getByLabel('CheckMode').isDisabled()).toBe(true)
    await unlock(page)
    await page.getByLabel('CheckMode').selectOption('3')
    await ask(page)
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
    await ask(page)
    await said(page, 'Not set up')
    expect(await phone(page).getByRole('link', { name: '/healthz' }).getAttribute('href')).toBe('/healthz')
  })

  it('is said where nobody calls', async () => {
    const page = await open()
    await callAs(page, 'Nobody (no credential)')
    await ask(page)
    await said(page, 'Missing credentials')
  })

  it('is said where the server is gone, and in a burst as well', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(playground)
    await page.getByRole('button', { name: 'Ask for a token' }).waitFor()
    await page.route('**/v1/**', (route) => route.abort())
    await page.route('**/api/**', (route) => route.abort())
    await ask(page)
    await said(page, 'No response.')
    await page.getByRole('alert').getByText('server is gone').waitFor()
    await page.getByRole('button', { name: 'Send 60 requests' }).click()
    await page.getByRole('button', { name: 'Send 60 requests' }).waitFor()
    expect(await isInView(page.getByRole('alert'))).toBe(true)
    await page.close()
  })
})

describe('the form', () => {
  it('sends no preset where none is named, in a burst neither', async () => {
    await settle()
    const page = await open()
    await openOptions(page)
    await page.getByLabel('Preset', { exact: true }).fill('')
    const asked = page.waitForRequest('**/v1/tokens')
    await ask(page)
    expect((await asked).postDataJSON()).toStrictEqual({})
    await said(page, 'For one verification')
    await page.getByLabel('Requests', { exact: true }).selectOption('20')
    await page.getByRole('button', { name: 'Send 20 requests' }).click()
    await page.locator('[data-most]').waitFor()
    expect(await page.locator('.legend .failed').getAttribute('data-count')).toBe('0')
    expect(await page.getByText('preset-unknown').count()).toBe(0)
  })

  it('sends lists as lists, and numbers as numbers', async () => {
    const page = await open()
    await callAs(page, 'A backend (API key)')
    await openOptions(page)
    await page.getByLabel('a copy').check()
    await page.getByLabel('glare').check()
    await page.getByLabel('CardOcrDisplayFields').fill('FullName, Sex')
    await page.getByLabel('RetryLimit').fill('3')
    const asked = page.waitForRequest('**/v1/tokens')
    await ask(page)
    expect((await asked).postDataJSON().parameters).toStrictEqual({
      SelectedWarningCodes: [-9102, -9107],
      CardOcrDisplayFields: ['FullName', 'Sex'],
      RetryLimit: 3,
    })
    await said(page, 'Token received')
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
    await openOptions(page)
    // What a preset does not name is locked until the operator allows it.
    await unlock(page)
    await page.getByLabel('Pace').selectOption('fast')
    expect(await page.getByText('Added today.').count()).toBe(1)
    await showTab(page, 'curl')
    expect(await traffic(page).textContent()).toContain('"Pace":"fast"')
    await page.close()
  })

  it('gives the request that was sent in three languages, with a variable for the credential', async () => {
    const page = await open()
    await openOptions(page)
    await page.getByLabel('IdCardType').selectOption('ML')
    await ask(page)
    await said(page, 'Token received')
    // The form has changed since.
    await page.getByLabel('IdCardType').selectOption('HK')
    for (const [language, text] of [
      ['curl', '"IdCardType":"ML"'],
      ['fetch', "'Bearer ' + credential"],
      ['faceid', 'faceid.ApplySdkVerificationToken({'],
    ] as const) {
      await showTab(page, language)
      expect(await traffic(page).getByRole('tabpanel').textContent()).toContain(text)
    }
    await page.keyboard.press('ArrowLeft')
    expect(await traffic(page).getByRole('tab', { name: 'fetch' }).getAttribute('aria-selected')).toBe('true')
  })
})

describe('a burst', () => {
  it('of 60 is drawn request by request, with at most 20 calls in any second', async () => {
    await settle()
    const page = await open()
    await page.getByRole('button', { name: 'Send 60 requests' }).click()
    await page.locator('[data-most]').waitFor()
    const most = Number(await page.locator('[data-most]').getAttribute('data-most'))
    expect(most).toBeGreaterThan(10)
    expect(most).toBeLessThanOrEqual(20)
    expect(await page.locator('.mark').count()).toBe(60)
    const items = await page.locator('.legend li').all()
    const counts = await Promise.all(items.map(async (item) => Number(await item.getAttribute('data-count'))))
    const [served = 0, waited = 0, returned = 0, refused, failed] = counts
    expect(served + waited).toBeGreaterThan(10)
    // Whoever came back when Retry-After said so was served.
    expect(returned).toBeGreaterThan(0)
    expect([served + waited + returned, refused, failed]).toStrictEqual([60, 0, 0])
    expect(await page.locator('.group > text').allTextContents()).toStrictEqual([
      'backend: 30 of 30 served',
      'app users: 30 of 30 served',
    ])
    expect(await page.locator('.mark title').first().textContent()).toMatch(/^Request 1 \(backend\): sent at /)
  })

  it('of 240 has a row for each request, and its groups are in the order they were sent', async () => {
    await settle()
    const page = await open({ viewport: { width: 1440, height: 900 } })
    await page.getByLabel('Requests', { exact: true }).selectOption('240')
    await page.getByRole('button', { name: 'Send 240 requests' }).click()
    await page.locator('[data-most]').waitFor({ timeout: 120_000 })
    expect(Number(await page.locator('[data-most]').getAttribute('data-most'))).toBeLessThanOrEqual(20)
    const rows = await page.locator('.mark .target').evaluateAll((targets) =>
      targets.map((target) => ({
        y: Number(target.getAttribute('y')),
        height: Number(target.getAttribute('height')),
      })),
    )
    expect(rows).toHaveLength(240)
    expect(rows.map(({ y }) => y)).toStrictEqual(rows.map(({ y }) => y).toSorted((a, b) => a - b))
    expect(Math.min(...rows.map(({ height }) => height))).toBeGreaterThanOrEqual(2)
  }, 180_000)
})

describe('a simulated fault', () => {
  it.each(simulatedFaults)('$name: the page says what the caller sees', async ({ id, name, response: expected }) => {
    const page = await open()
    await page.getByText('Simulate faults').click()
    await page.getByLabel(name).check()
    await page.getByText('The caller gets').waitFor()
    const answered = page.waitForResponse('**/v1/tokens')
    await ask(page)
    const response = await answered
    const { code } = await response.json()
    expect({ id, status: response.status(), code }).toStrictEqual({
      id,
      status: expected.status,
      code: 'code' in expected ? expected.code : undefined,
    })
    await said(page, code === undefined ? 'Token received' : `Simulated fault: ${name}.`)
    await page.getByText(/^It hit .* so far\.$/).waitFor()
  })
})

describe('the effect of each button can be seen where one looks', () => {
  it.each([
    [1440, 900],
    [360, 740],
  ])('at %i x %i', async (width, height) => {
    await settle()
    const page = await open({ viewport: { width, height }, reducedMotion: 'reduce' })
    const button = page.getByRole('button', { name: 'Ask for a token' })
    expect(await isInView(button)).toBe(true)
    await button.click()
    await said(page, 'Token received')
    expect(await isInView(phone(page).getByRole('heading', { name: 'Token received' }))).toBe(true)
    const verify = page.getByRole('button', { name: 'Verify', exact: true })
    expect(await isInView(verify)).toBe(true)
    await verify.click()
    await said(page, 'Verification finished')
    expect(await isInView(phone(page).getByRole('heading', { name: 'Verification finished' }))).toBe(true)
    await page.getByRole('button', { name: 'Read the result' }).click()
    await said(page, 'Verified')
    expect(await isInView(phone(page).getByRole('heading', { name: 'Verified' }))).toBe(true)
    await page.getByRole('button', { name: 'Start over' }).click()
    expect(await isInView(button)).toBe(true)

    await openOptions(page)
    await page.getByRole('button', { name: 'New key' }).click()
    expect(await isInView(page.getByLabel('Idempotency-Key'))).toBe(true)
    await page.getByText('Simulate faults').click()
    await page.getByLabel('Truncated response').check()
    await page.getByText('The caller gets').waitFor()
    expect(await isInView(page.getByText('The caller gets'))).toBe(true)
    await button.click()
    await said(page, 'Simulated fault:')
    expect(await isInView(phone(page).getByText('Response from Tencent Cloud lost'))).toBe(true)
    await page.getByLabel('None', { exact: true }).check()

    for (const tab of ['Request', 'curl', 'faceid', 'Response']) {
      await showTab(page, tab)
      const { y } = (await traffic(page).getByRole('tabpanel').boundingBox()) ?? { y: height }
      expect(y).toBeLessThan(height - 100)
    }
    await page.getByRole('button', { name: 'Send 60 requests' }).click()
    await page.locator('.mark').first().waitFor()
    for (const shown of ['.most', '.legend', '.chart > svg >> nth=0', '.mark.served >> nth=0']) {
      await page.locator(shown).waitFor()
      expect([shown, await isInView(page.locator(shown))]).toStrictEqual([shown, true])
    }
    await page.locator('[data-most]').waitFor()
    expect(await isInView(page.locator('[data-most]'))).toBe(true)
  })
})

describe('for everybody', () => {
  it.each(['light', 'dark'] as const)('axe finds nothing wrong, %s', async (colorScheme) => {
    await settle()
    const page = await open({ colorScheme })
    expect(await violations(page)).toStrictEqual([])
    await openOptions(page)
    await unlock(page)
    await page.getByLabel('ActionList').fill('blink,blink')
    await ask(page)
    await said(page, 'ActionList')
    await page.getByText('Simulate faults').click()
    await page.getByLabel('Internal error').check()
    await page.getByRole('button', { name: 'Send 60 requests' }).click()
    await page.locator('[data-most]').waitFor()
    expect(await page.locator('.mark.failed').count()).toBeGreaterThan(0)
    expect(await violations(page)).toStrictEqual([])
  })

  it('nothing is wider than a phone', async () => {
    await settle()
    const page = await open({ viewport: { width: 320, height: 640 } })
    await ask(page)
    await said(page, 'Token received')
    await openOptions(page)
    await page.getByRole('button', { name: 'Send 60 requests' }).click()
    await page.locator('[data-most]').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    const sizes = `[...document.querySelectorAll('svg text')].map((text) =>
      parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)`
    const smallest = Math.min(...(await page.evaluate<number[]>(sizes)))
    expect(smallest).toBeGreaterThanOrEqual(10)
    expect(smallest).toBeLessThan(20)
  })

  it('the page is under 150 kB in all', async () => {
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

function borderOf(page: Page, selector: string): Promise<string> {
  return page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).borderColor`)
}

async function focusIsOn(page: Page, text: string): Promise<boolean> {
  return page.evaluate(`document.activeElement.innerText === ${JSON.stringify(text)}`)
}
