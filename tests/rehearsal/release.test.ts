import { expect, it } from 'vitest'
import { nodeProject } from './projects/node.ts'
import { packageNames } from './release/copy.ts'
import { openStage } from './stage.ts'

// The rest of the runtimes, and a second release, are `pnpm rehearse`.
it('a release is packed, published as packed, and gets a token in an empty Node project', async () => {
  const stage = await openStage()
  try {
    const released = await stage.release('release')
    expect(released.map(({ name }) => name).sort()).toEqual(packageNames.map((name) => `@tc3-edge/${name}`).sort())
    expect(await stage.token(nodeProject)).toMatch(/^[0-9a-f-]{36}$/i)
  } finally {
    await stage.close()
  }
})
