import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevelopmentIssuer, startDevelopmentIssuer } from '../local/development-issuer.ts'
import { type RunningEndpoint, startEndpoint } from './running-endpoint.ts'

type ApplyForToken = (
  endpoint: string,
  jwt: () => Promise<string>,
  body?: object,
  tries?: number,
) => Promise<Readonly<Record<string, unknown>>>

let endpoint: RunningEndpoint
let issuer: DevelopmentIssuer
let folder: string
let applyForToken: ApplyForToken

beforeAll(async () => {
  issuer = await startDevelopmentIssuer()
  endpoint = await startEndpoint({ ...issuer.settings, UPSTREAM_TIMEOUT_MS: '2000' })
  const guide = await readFile(join(import.meta.dirname, '../../../docs/app-developers.md'), 'utf8')
  const [, snippet = ''] = /```js\n([\s\S]*?)```/.exec(guide) ?? []
  folder = await mkdtemp(join(tmpdir(), 'guide-'))
  await writeFile(join(folder, 'snippet.mjs'), snippet)
  applyForToken = (await import(pathToFileURL(join(folder, 'snippet.mjs')).href)).applyForToken
})
afterAll(async () => {
  await endpoint.stop()
  await issuer.close()
  await rm(folder, { recursive: true })
})

describe('the web snippet of the guide for app developers', () => {
  const jwt = () => issuer.jwtFor('reader')

  it('gets a token', async () => {
    const { sdkToken } = await applyForToken(endpoint.worker.url, jwt, { parameters: { IdCardType: 'HK' } })
    expect(sdkToken).toMatch(/^[0-9A-F-]{36}$/i)
  })

  it('repeats what may be repeated: the answer was lost, and when its key is free there is a token', async () => {
    const before = endpoint.emulator.arrivals().length
    endpoint.emulator.faults.order({ fault: { kind: 'reset', when: 'after' } })
    expect((await applyForToken(endpoint.worker.url, jwt)).sdkToken).toMatch(/./)
    expect(endpoint.emulator.arrivals().length - before).toBe(2)
  })

  it('does not repeat what would fail again, and says why', async () => {
    const refused = applyForToken(endpoint.worker.url, jwt, { parameters: { SecurityLevel: 1 } })
    await expect(refused).rejects.toMatchObject({ problem: { code: 'parameters-not-open' } })
  })
})
