import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clientMethods } from '../src/client-methods.ts'
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

describe('what the conventions of spec/ do not cover is refused by name', () => {
  it('a path that does not carry its action', async () => {
    const { paths, ...spec } = await editable()
    expect(() => readOperations({ ...spec, paths: { '/#Apply': paths[key] } })).toThrow(
      'The path of ApplySdkVerificationToken should be /#X-TC-Action=ApplySdkVerificationToken, but is /#Apply',
    )
  })

  it('an action that can’t be a method', async () => {
    const spec = await editable()
    spec.paths[key].post.parameters[0].schema.const = 'Apply-Token'
    expect(() => readOperations(spec)).toThrow('"Apply-Token" can\'t be the name of a method')
  })

  it('an answer without RequestId', async () => {
    const spec = await editable()
    spec.components.schemas.ApplySdkVerificationTokenResponse.required = ['SdkToken']
    expect(() => readOperations(spec)).toThrow('ApplySdkVerificationTokenResponse should require RequestId, a string')
  })

  it('a conditional rule that does not say why', async () => {
    const spec = await editable()
    delete spec.components.schemas.ApplySdkVerificationTokenRequest.allOf[1].description
    expect(() => readOperations(spec)).toThrow('ApplySdkVerificationTokenRequest.allOf[1].description should be a text')
  })
})

describe('secrets are found wherever they are nested', () => {
  const face = { type: 'object', properties: { Face: { type: 'string', 'x-secret': true } } }

  it.each([
    ['items', { type: 'array', items: face }],
    ['properties of properties', { type: 'object', properties: { Best: face } }],
    ['oneOf', { oneOf: [{ type: 'object' }, face] }],
    ['anyOf', { anyOf: [face, { type: 'object' }] }],
    ['allOf', { allOf: [face] }],
    ['additionalProperties', { type: 'object', additionalProperties: face }],
    ['a choice among items', { type: 'array', items: { oneOf: [{ additionalProperties: face }] } }],
    ['a reference in a choice', { anyOf: [{ $ref: '#/components/schemas/Face' }] }],
  ])('below %s', async (_, nested) => {
    const spec = await editable()
    const { schemas } = spec.components
    schemas.Face = face
    schemas.ApplySdkVerificationTokenResponse.properties.Photos = { type: 'object', ...nested }
    expect(readOperations(spec)[0]?.secrets).toEqual(['CompareImage', 'Face', 'SdkToken'])
  })

  it('in a schema that holds itself', async () => {
    const spec = await editable()
    const { schemas } = spec.components
    schemas.Face = { ...face, anyOf: [{ $ref: '#/components/schemas/Face' }] }
    schemas.ApplySdkVerificationTokenResponse.properties.Photo = { $ref: '#/components/schemas/Face' }
    expect(readOperations(spec)[0]?.secrets).toEqual(['CompareImage', 'Face', 'SdkToken'])
  })

  it.each([
    ['its items', { type: 'array', items: { type: 'string', 'x-secret': true } }],
    ['one of its choices', { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Marked' }] }],
    ['a part of it', { allOf: [{ $ref: '#/components/schemas/Marked' }] }],
    ['values below names that are not known', { additionalProperties: { type: 'string', 'x-secret': true } }],
  ])('and a field is one by the mark on %s, like the others that share it', async (_, marked) => {
    const spec = await editable()
    const { schemas } = spec.components
    schemas.Marked = { type: 'string', 'x-secret': true }
    schemas.Shared = { type: 'object', ...marked }
    const { properties } = schemas.ApplySdkVerificationTokenResponse
    properties.First = properties.Second = { $ref: '#/components/schemas/Shared' }
    expect(readOperations(spec)[0]?.secrets).toEqual(['CompareImage', 'First', 'SdkToken', 'Second'])
  })
})

it('a description can’t end the comment it stands in', async () => {
  const spec = await editable()
  spec.paths[key].post.summary = 'Tokens for */* and more.'
  expect(clientMethods(readOperations(spec), [])).toContain('* Tokens for *\\/* and more.\n')
})

const key = '/#X-TC-Action=ApplySdkVerificationToken'

/** The spec as it is, free to be changed. */
async function editable() {
  return structuredClone(Object(await readSpec(join(repositoryRoot, 'spec/faceid.yaml'))))
}
