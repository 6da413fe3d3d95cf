import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { violations } from './axe.ts'
import { launch, visit } from './browser.ts'

const playground = inject('playground')

/** Sends what `fetch` would not let us: a Host of our own. */
function statusOf(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${playground}${path}`, { headers, method }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .once('error', reject)
      .end()
  })
}

it('answers nobody who comes by another name, or from another page', async () => {
  expect(await statusOf('/api/setup', {})).toBe(200)
  expect(await statusOf('/api/setup', { Host: 'rebound.example' })).toBe(421)
  expect(await statusOf('/api/setup', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  expect(await statusOf('/api/faults', { 'Content-Type': 'text/plain' }, 'PUT')).toBe(415)
})

it.each([
  ['{"count":0,"preset":"default","mix":"mixed"}', 'count should be a whole number from 1 to 300'],
  ['{"count":1,"mix":"mixed"}', 'preset should be a string'],
  ['{"count":1,"preset":"default","mix":"all"}', 'mix should be one of mixed, backend, users, own'],
  ['{"count":1,"preset":"default","mix":"own"}', 'own needs a credential'],
  ['nonsense', 'count should be a whole number from 1 to 300'],
])('says what is wrong with the burst %s', async (body, error) => {
  const response = await fetch(`${playground}/api/burst`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
  expect([response.status, await response.json()]).toStrictEqual([400, { error }])
})

it.each([
  ['{"sdkToken":"t","outcome":"lucky"}', /^outcome should be one of passed, /],
  ['{"outcome":"passed"}', /^sdkToken should be a string$/],
  ['{"sdkToken":"t","outcome":"passed"}', /^token is none that this emulator issued/],
])('says what is wrong with the outcome %s', async (body, error) => {
  const response = await fetch(`${playground}/api/outcomes`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body,
  })
  expect([response.status, await response.json()]).toStrictEqual([400, { error: expect.stringMatching(error) }])
})

it('passes a response of the endpoint on unchanged', async () => {
  const [direct, passed] = await Promise.all(
    [inject('endpoint'), playground].map((url) => fetch(`${url}/problems/capacity-exhausted`)),
  )
  expect(await passed?.text()).toBe(await direct?.text())
  for (const name of ['content-security-policy', 'cache-control', 'content-type', 'referrer-policy']) {
    expect([name, passed?.headers.get(name)]).toStrictEqual([name, direct?.headers.get(name)])
  }
})

it('shows the reference from the served document, and asks nobody else for anything', async () => {
  const browser = await launch()
  try {
    const { page, complaints, strangers } = await visit(browser, `${playground}/docs`)
    await page.getByText('Issue a token for one verification.').first().waitFor()
    await page.getByText('ActionList').first().waitFor()
    await page.getByText('JWT of an app user').first().waitFor()
    expect(await page.getByText('HTTP Bearer').count()).toBe(0)
    await page.getByRole('link', { name: 'Home' }).click()
    await page.getByRole('button', { name: 'Ask for a token' }).waitFor()
    expect({ complaints, strangers }).toStrictEqual({ complaints: [], strangers: [] })
  } finally {
    await browser.close()
  }
})

it.each(['light', 'dark'] as const)('the reference can be read, %s and on a phone', async (colorScheme) => {
  const browser = await launch()
  try {
    const { page } = await visit(browser, `${playground}/docs`, { colorScheme })
    await page.getByText('ActionList').first().waitFor()
    const faint = (await violations(page)).filter((line) => line.startsWith('color-contrast'))
    expect(faint).toStrictEqual([])
    const contrast = await page.evaluate<number>(`(() => {
      const input = document.querySelector('rapi-doc').shadowRoot.querySelector('input[placeholder=Filter]')
      const brightness = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
      const behind = getComputedStyle(input).backgroundColor
      return Math.abs(brightness(getComputedStyle(input, '::placeholder').color) - brightness(behind))
    })()`)
    expect(contrast).toBeGreaterThan(300)
    await page.setViewportSize({ width: 360, height: 640 })
    expect((await page.getByText('License: MIT').boundingBox())?.x).toBeGreaterThanOrEqual(0)
  } finally {
    await browser.close()
  }
})

it('writes the reference for the static assets of a Worker', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reference-'))
  try {
    const program = join(import.meta.dirname, '../reference/write.ts')
    expect(spawnSync(process.execPath, [program, folder]).status).toBe(0)
    expect((await readdir(folder)).sort()).toStrictEqual([
      'index.html',
      'mark.svg',
      'rapidoc-min.js',
      'reference.css',
      'reference.js',
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})
