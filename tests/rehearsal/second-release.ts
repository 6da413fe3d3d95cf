import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeProjectWith } from './projects/node.ts'
import { commit } from './release/copy.ts'
import { type Packed, same } from './release/release.ts'
import type { Stage } from './stage.ts'

const changeset = `---
'@tc3-edge/signer': major
---

Say that this signer is another one.
`

/** An application of the client that gets the new signer with it. */
export const anotherNodeProject = nodeProjectWith({
  'src/another.ts': `import { anotherSigner } from '@tc3-edge/signer'\n\nexport const another: true = anotherSigner\n`,
})

/** Releases a signer that the old client's range leaves out: the client must follow, the emulator must not. */
export async function secondRelease({ copy, registry, release }: Stage): Promise<readonly Packed[]> {
  await appendFile(join(copy.folder, 'packages/signer/src/index.ts'), '\nexport const anotherSigner = true as const\n')
  await writeFile(join(copy.folder, '.changeset/another-signer.md'), changeset)
  await commit(copy, 'Another signer')

  const released = await release('second')
  same(released.map(({ name }) => name).join(', '), '@tc3-edge/signer, @tc3-edge/client', 'what is released')
  const versionOf = (name: string) => released.find((one) => one.name === `@tc3-edge/${name}`)?.version ?? ''
  const { versions } = await registry.about('@tc3-edge/client')
  const range = versions[versionOf('client')]?.dependencies?.['@tc3-edge/signer']
  same(range, `^${versionOf('signer')}`, 'the range of the client’s dependency on the signer')
  return released
}
