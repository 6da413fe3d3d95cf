import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunningWorkerd } from '@tc3-edge/test-support/workerd'
import { afterEach, expect, inject, it } from 'vitest'
import { bundle } from './runners/bundle.ts'
import { serve, withNode, withoutNode } from './runners/workerd.ts'

const installed = inject('packed').folder

// The provider waits for a timer, which workerd drops with the request that set it.
const code = `
  import { createSigner } from '@tc3-edge/signer'

  let asked = 0
  const credentials = async () => {
    asked++
    await new Promise((resolve) => setTimeout(resolve, 100))
    return { secretId: 'AKIDEXAMPLE', secretKey: 'EXAMPLE', token: 'token', expiration: Date.now() / 1000 + 3600 >>> 0 }
  }
  const signer = createSigner({ credentials, service: 'faceid' })
  const sign = () => signer.sign({ method: 'POST', url: 'https://faceid.tencentcloudapi.com/', body: '{}' })

  export default {
    async fetch(request) {
      const signed = Promise.all([sign(), sign(), sign()])
      if (!request.url.endsWith('/leaves')) await signed
      return Response.json(asked)
    },
  }`

let worker: RunningWorkerd | undefined
afterEach(() => worker?.stop('SIGKILL'))

it.each([
  ['with', withNode],
  ['without', withoutNode],
])('in workerd %s Node’s modules, no request waits for credentials that another one asked for', async (_, flags) => {
  const outfile = join(await mkdtemp(join(installed, 'worker-')), 'worker.mjs')
  await bundle({ entry: { code }, outfile, format: 'esm', installed })
  worker = await serve(outfile, flags, {})
  const { url } = worker
  const get = async (path: string) => (await fetch(`${url}/${path}`, { signal: AbortSignal.timeout(10_000) })).json()

  expect(await get('leaves')).toBe(1)
  expect(await get('stays')).toBe(2)
  // What the second was given is kept for all.
  expect(await get('stays')).toBe(2)
})
