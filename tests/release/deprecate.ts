import { join } from 'node:path'
import { write } from './projects/project.ts'
import type { Sandbox } from './sandbox.ts'
import { type Packed, same } from './steps/release.ts'
import { run } from './steps/run.ts'

const message = 'Signs wrong on Sundays. Use the next version.'

/** Warns everybody off one released version, as CONTRIBUTING.md says, and off no other. */
export async function deprecate(
  { folder, registry }: Sandbox,
  name: string,
  released: readonly Packed[],
): Promise<void> {
  const { version = '' } = released.find((one) => one.name === name) ?? {}
  const cwd = join(folder, 'deprecate')
  await write(cwd, { '.npmrc': registry.npmrc, 'package.json': { private: true } })
  await run('npm', ['deprecate', `${name}@${version}`, message], { cwd })
  for (const [known, { deprecated }] of Object.entries((await registry.about(name)).versions)) {
    same(deprecated, known === version ? message : undefined, `the warning of ${name}@${known}`)
  }
}
