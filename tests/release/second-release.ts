import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nodeProjectWith } from './projects/node.ts'
import type { Sandbox } from './sandbox.ts'
import { commit, dependentsOf } from './steps/copy.ts'
import { type Packed, same } from './steps/release.ts'

const changeset = `---
'@tc3-edge/signer': major
---

Say that this signer is another one.
`

/** An application of the client that gets the new signer with it. */
export const anotherNodeProject = nodeProjectWith({
  'src/another.ts': `import { anotherSigner } from '@tc3-edge/signer'\n\nexport const another: true = anotherSigner\n`,
})

/** Releases a signer that the old ranges leave out: what depends on it must follow, and nothing else. */
export async function secondRelease({ copy, registry, release }: Sandbox): Promise<readonly Packed[]> {
  await appendFile(join(copy.folder, 'packages/signer/src/index.ts'), '\nexport const anotherSigner = true as const\n')
  await writeFile(join(copy.folder, '.changeset/another-signer.md'), changeset)
  await commit(copy, 'Another signer')

  const released = await release('second')
  const names = (list: readonly string[]) => list.toSorted().join(', ')
  const expected = ['@tc3-edge/signer', ...dependentsOf('@tc3-edge/signer')]
  same(names(released.map(({ name }) => name)), names(expected), 'what is released')
  const signer = released.find(({ name }) => name === '@tc3-edge/signer')?.version
  for (const { name, version } of released) {
    const range = (await registry.about(name)).versions[version]?.dependencies?.['@tc3-edge/signer']
    if (range !== undefined) same(range, `^${signer}`, `the range of ${name} for the signer`)
  }
  return released
}
