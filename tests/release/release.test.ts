import { expect, it } from 'vitest'
import { nodeProject } from './projects/node.ts'
import { openSandbox } from './sandbox.ts'
import { publishedPackages } from './steps/copy.ts'

// The rest of the runtimes, and a second release, are `pnpm rehearse`.
it('a release is packed, published as packed, and gets a token in an empty Node project', async () => {
  const sandbox = await openSandbox()
  try {
    const released = await sandbox.release('release')
    expect(released.map(({ name }) => name).sort()).toEqual(publishedPackages.map(({ name }) => name).sort())
    expect(await sandbox.token(nodeProject)).toMatch(/^[0-9a-f-]{36}$/i)
  } finally {
    await sandbox.close()
  }
})
