import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { generatedFiles, repositoryRoot } from '../src/generated-files.ts'
import { readOperations } from '../src/operations.ts'
import { readSpec } from '../src/spec-document.ts'
import { driftedFiles, writeFiles } from '../src/write.ts'

it('what is committed is what spec/ generates', async () => {
  const files = await generatedFiles(repositoryRoot)
  expect(files.size).toBeGreaterThan(0)
  expect(await driftedFiles(files)).toStrictEqual([])
})

it('drift is noticed: a changed file and a missing one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'codegen-'))
  const [same, changed, missing] = ['same', 'changed', 'missing'].map((name) => join(folder, name))
  await writeFiles(
    new Map([
      [same ?? '', 'a'],
      [changed ?? '', 'b'],
    ]),
  )
  const files = new Map([
    [same ?? '', 'a'],
    [changed ?? '', 'B'],
    [missing ?? '', 'c'],
  ])
  expect(await driftedFiles(files)).toStrictEqual([changed, missing])
  await rm(folder, { recursive: true })
})

it('string enums stay open, numbers do not', async () => {
  const files = await generatedFiles(repositoryRoot)
  const types = [...files].find(([path]) => path.endsWith('wire-types.ts'))?.[1]
  expect(types).toMatch(/IdCardType\?: "HK" \| .* \| \(string & \{\}\);/)
  expect(types).toMatch(/CheckMode\?: 1 \| 2 \| 3;/)
})

it('a path that does not carry its action is refused by name', async () => {
  const spec = await readSpec(join(repositoryRoot, 'spec/faceid.yaml'))
  const [item] = Object.values(Object(spec.paths))
  expect(() => readOperations({ ...spec, paths: { '/#Apply': item } })).toThrow(
    'The path of ApplySdkVerificationToken should be /#X-TC-Action=ApplySdkVerificationToken, but is /#Apply',
  )
})
