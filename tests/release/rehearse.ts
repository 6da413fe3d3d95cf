// `pnpm rehearse`: two whole releases against a registry on this machine. The checkout is left as it is.
import { deprecate } from './deprecate.ts'
import { browserProject } from './projects/browser.ts'
import { bunProject } from './projects/bun.ts'
import { denoProject } from './projects/deno.ts'
import { nodeProject } from './projects/node.ts'
import { workerProject } from './projects/worker.ts'
import { openSandbox } from './sandbox.ts'
import { anotherNodeProject, secondRelease } from './second-release.ts'

const sandbox = await step('A registry, and a copy of the repository', openSandbox)
try {
  const first = await step('The first release: version, pack, publish, compare', () => sandbox.release('first'))
  for (const { name, version } of first) console.log(`    ${name} ${version}`)
  await step('The emulator, installed and started', sandbox.emulator)
  for (const project of [nodeProject, denoProject, bunProject, workerProject, browserProject]) {
    await step(`A token in an empty project: ${project.name}`, () => sandbox.token(project))
  }
  const second = await step('The second release: another signer, and what depends on it', () => secondRelease(sandbox))
  for (const { name, version } of second) console.log(`    ${name} ${version}`)
  await step('A token with the second release: Node', () => sandbox.token(anotherNodeProject))
  await step('The old signer, deprecated', () => deprecate(sandbox, '@tc3-edge/signer', first))
} finally {
  await sandbox.close()
}
console.log('\nA release would go well.')

async function step<T>(what: string, take: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await take()
  console.log(`${what} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return result
}
