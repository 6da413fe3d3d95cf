import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { RESERVED_NAMES } from '../src/check-document.ts'
import { clientMethods } from '../src/client-methods.ts'
import { generatedFiles, repositoryRoot } from '../src/generated-files.ts'
import { readOperations } from '../src/operations.ts'
import { problemsPage, readProblems } from '../src/problems.ts'
import { bundled, readSpec } from '../src/spec-document.ts'
import { clientTypes, wireTypes } from '../src/wire-types.ts'
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
  expect(types).toMatch(/"X-TC-Region": "ap-bangkok" \| .* \| \(string & {}\);/)
})

it.each([
  ['nullable', { type: ['string', 'null'], enum: ['a', null] }, 'New?: "a" | (string & {}) | null;'],
  ['items', { type: 'array', items: { type: 'string', enum: ['a'] } }, 'New?: ("a" | (string & {}))[];'],
  ['known values', { type: 'string', 'x-known-values': ['a', 'b'] }, 'New?: "a" | "b" | (string & {});'],
  ['one value', { const: 'a' }, 'New?: "a";'],
])('in a field with %s', async (_, field, type) => {
  const spec = await editable()
  spec.components.schemas.ApplySdkVerificationTokenRequest.properties.New = field
  expect(await wireTypes(spec)).toContain(type)
})

describe('paths for plain openapi-fetch', () => {
  it('ask for no header that signing sets', async () => {
    const types = await clientTypes(await editable())
    const headers = [...types.matchAll(/^ +"(X-TC-[\w-]+)"\??: /gm)].map(([, name]) => name)
    expect(new Set(headers)).toEqual(new Set(['X-TC-Action', 'X-TC-Version', 'X-TC-Region', 'X-TC-Language']))
  })

  it('have plain texts in responses, where openapi-fetch would take an open one for an object', async () => {
    const types = await clientTypes(await editable())
    expect(types.match(/"application\/json": PlainText<\{\s+Response: /g)).toHaveLength(2)
    // The types that methods return keep what an editor suggests.
    expect(types).toMatch(/DeviceInfoLevel\?: "1" \| .* \| \(string & \{\}\)/)
  })
})

describe('what the conventions of spec/ do not cover is refused by name', () => {
  it('a path that does not carry its action', async () => {
    const { paths, ...spec } = await editable()
    expect(() => readOperations({ ...spec, paths: { '/#Apply': paths[key] } })).toThrow(
      'The path of ApplySdkVerificationToken should be /#X-TC-Action=ApplySdkVerificationToken, but is /#Apply',
    )
  })

  it.each<[string, (spec: ReturnType<typeof Object>) => unknown, string]>([
    [
      'a misspelt extension of a field',
      ({ components }) => (components.schemas.ApplySdkVerificationTokenRequest.properties.Extra['x-secert'] = true),
      'components.schemas.ApplySdkVerificationTokenRequest.properties.Extra.x-secert is unknown; known: x-cards, ',
    ],
    [
      'a misspelt extension of an operation',
      ({ paths }) => (paths[key].post['x-idempotnet'] = true),
      `paths.${key}.post.x-idempotnet is unknown; known: x-cards, `,
    ],
    [
      'a required field that is not there',
      ({ components }) => components.schemas.ApplySdkVerificationTokenResponse.required.push('Token'),
      'components.schemas.ApplySdkVerificationTokenResponse.required: there is no field "Token"; known: SdkToken, ',
    ],
    [
      'a rule about a field that is not there',
      ({ components }) => (components.schemas.ApplySdkVerificationTokenRequest.allOf[0].then.required = ['Photo']),
      'ApplySdkVerificationTokenRequest.allOf[0].then.required: there is no field "Photo"',
    ],
    [
      'a condition on a field that is not there',
      ({ components }) =>
        (components.schemas.ApplySdkVerificationTokenRequest.allOf[1].then.properties = { Level: {} }),
      'ApplySdkVerificationTokenRequest.allOf[1].then.properties: there is no field "Level"',
    ],
    [
      'a server with a variable',
      ({ servers }) => (servers[0].url = 'https://{service}.tencentcloudapi.com'),
      'servers[0].url: {service} is a variable; write the address out',
    ],
    [
      'a relative server',
      ({ servers }) => (servers[0].url = '/'),
      'servers[0].url should be an address such as https://faceid.tencentcloudapi.com, but is /',
    ],
    [
      'a path that is only read',
      ({ paths }) => (paths['/status'] = { get: {} }),
      'paths[/status].get: operations are called by POST alone',
    ],
    ['a path without an operation', ({ paths }) => (paths['/status'] = {}), 'paths[/status] should have a post'],
    [
      'a structure named like something of the client',
      ({ components }) => {
        components.schemas.ServiceError = { type: 'object', properties: {} }
        components.schemas.ApplySdkVerificationTokenResponse.properties.Options = {
          $ref: '#/components/schemas/ServiceError',
        }
      },
      'components.schemas.ServiceError has the name of a type of the client; give it another',
    ],
  ])('%s', async (_, change, message) => {
    const spec = await editable()
    change(spec)
    expect(() => readOperations(spec)).toThrow(message)
  })

  it('a reference to nothing', async () => {
    const spec = await editable()
    spec.components.schemas.ApplySdkVerificationTokenResponse.properties.New = { $ref: '#/components/schemas/Nothing' }
    expect(() => readOperations(spec)).toThrow(
      'ApplySdkVerificationTokenResponse.New: #/components/schemas/Nothing is not in the document',
    )
  })

  it('every name that the client exports', async () => {
    const index = join(repositoryRoot, 'packages/faceid/src/index.ts')
    const source = ts.createSourceFile(index, await readFile(index, 'utf8'), ts.ScriptTarget.Latest)
    const exported = source.statements.flatMap((statement) =>
      ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : [],
    )
    expect(exported).toContain('createFaceidClient')
    // Whatever is missing here belongs into RESERVED_NAMES.
    expect(exported.filter((name) => !RESERVED_NAMES.includes(name))).toEqual([])
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

  it('an action that is written small', async () => {
    const spec = await editable()
    spec.paths[key].post.parameters[0].schema.const = 'delete'
    expect(() => readOperations(spec)).toThrow('"delete" can\'t be the name of a method; actions begin with a capital')
  })

  it('a server of its own', async () => {
    const spec = await editable()
    spec.paths[key].post.servers = [{ url: 'https://ocr.tencentcloudapi.com' }]
    expect(() => readOperations(spec)).toThrow(`paths[${key}].post: a server of its own is not supported`)
  })

  it.each<[string, object, string]>([
    ['no type', {}, 'Request.New should say its type: by type, enum, const, anyOf, oneOf or allOf'],
    ['a type that there is not', { type: 'text' }, 'Request.New.type should be of string, integer, '],
    ['nullable', { type: 'string', nullable: true }, 'Request.New: nullable is of OpenAPI 3.0; in 3.1 it is type: '],
    ['open fields', { type: 'object', properties: {} }, 'Request.New should say additionalProperties: false'],
    [
      'open fields in a list of choices',
      { type: 'array', items: { anyOf: [{ properties: {} }] } },
      'Request.New.items.anyOf[0] should say additionalProperties: false',
    ],
  ])('a field with %s', async (_, field, message) => {
    const spec = await editable()
    spec.components.schemas.ApplySdkVerificationTokenRequest.properties.New = field
    expect(() => readOperations(spec)).toThrow(message)
  })

  it('a request that does not know all of its fields', async () => {
    const spec = await editable()
    delete spec.components.schemas.ApplySdkVerificationTokenRequest.additionalProperties
    expect(() => readOperations(spec)).toThrow(
      'ApplySdkVerificationTokenRequest should say additionalProperties: false',
    )
  })

  it('fields that come from another schema', async () => {
    const spec = await editable()
    spec.components.schemas.ApplySdkVerificationTokenResponse.allOf = [{ $ref: '#/components/schemas/Error' }]
    expect(() => readOperations(spec)).toThrow('ApplySdkVerificationTokenResponse.allOf[0] should be a rule (if, then)')
  })

  it('a conditional rule that does not say why', async () => {
    const spec = await editable()
    delete spec.components.schemas.ApplySdkVerificationTokenRequest.allOf[1].description
    expect(() => readOperations(spec)).toThrow('ApplySdkVerificationTokenRequest.allOf[1].description should be a text')
  })
})

describe('secrets are found wherever they are nested', () => {
  /** Those of the operation as it is. */
  const marked = ['CompareImage', 'MetaData', 'SdkToken', 'ServerParamInfo']
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
    expect(readOperations(spec)[0]?.secrets).toEqual(['Face', ...marked].sort())
  })

  it('but not within one, which goes as a whole', async () => {
    const spec = await editable()
    spec.components.schemas.ApplySdkVerificationTokenResponse.properties.Photos = { ...face, 'x-secret': true }
    expect(readOperations(spec)[0]?.secrets).toEqual(['Photos', ...marked].sort())
  })

  it('in a schema that holds itself', async () => {
    const spec = await editable()
    const { schemas } = spec.components
    schemas.Face = { ...face, anyOf: [{ $ref: '#/components/schemas/Face' }] }
    schemas.ApplySdkVerificationTokenResponse.properties.Photo = { $ref: '#/components/schemas/Face' }
    expect(readOperations(spec)[0]?.secrets).toEqual(['Face', ...marked].sort())
  })

  it.each([
    ['its items', { type: 'array', items: { type: 'string', 'x-secret': true } }],
    ['one of its choices', { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Marked' }] }],
    ['a part of it', { allOf: [{ $ref: '#/components/schemas/Marked' }] }],
    ['values below names that are not known', { additionalProperties: { type: 'string', 'x-secret': true } }],
  ])('and a field is one by the mark on %s, like the others that share it', async (_, shared) => {
    const spec = await editable()
    const { schemas } = spec.components
    schemas.Marked = { type: 'string', 'x-secret': true }
    schemas.Shared = { type: 'object', ...shared }
    const { properties } = schemas.ApplySdkVerificationTokenResponse
    properties.First = properties.Second = { $ref: '#/components/schemas/Shared' }
    expect(readOperations(spec)[0]?.secrets).toEqual(['First', 'Second', ...marked].sort())
  })
})

describe('what a call needs to know of an operation', () => {
  it('stands in the spec', async () => {
    const [operation] = readOperations(await editable())
    expect(operation).toMatchObject({
      idempotent: false,
      maxResponseBytes: 1024 ** 2,
      requestsPerSecond: 20,
      region: 'required',
    })
  })

  it('has safe defaults', async () => {
    const spec = await editable()
    const { post } = spec.paths[key]
    for (const name of ['x-idempotent', 'x-max-response-bytes', 'x-requests-per-second']) delete post[name]
    const [operation] = readOperations(spec)
    expect(operation).toMatchObject({ idempotent: false, maxResponseBytes: 1024 ** 2 })
    expect(operation?.requestsPerSecond).toBeUndefined()
  })

  it.each([
    ['x-idempotent', 'yes', 'x-idempotent should be true or false, but is "yes"'],
    ['x-max-response-bytes', 0, 'x-max-response-bytes should be a whole number from 1, but is 0'],
    ['x-requests-per-second', 0.5, 'x-requests-per-second should be a whole number from 1, but is 0.5'],
  ])('is refused where it makes no sense: %s', async (name, value, message) => {
    const spec = await editable()
    spec.paths[key].post[name] = value
    expect(() => readOperations(spec)).toThrow(`paths[${key}].post.${message}`)
  })
})

describe('a field has the types', () => {
  it.each<[string, object, string[]]>([
    ['that its type lists', { type: ['string', 'null'] }, ['string', 'null']],
    ['of the values it may have', { enum: [1, 2, null] }, ['integer', 'null']],
    ['of its one value', { const: 1.5 }, ['number']],
    ['of its choices', { anyOf: [{ type: 'string' }, { oneOf: [{ type: 'null' }] }] }, ['string', 'null']],
    ['of a part', { allOf: [{ description: 'x' }, { $ref: '#/components/schemas/RequestId' }] }, ['string']],
  ])('%s', async (_, field, types) => {
    const spec = await editable()
    spec.components.schemas.ApplySdkVerificationTokenRequest.properties.New = field
    expect(readOperations(spec)[0]?.parameters.at(-1)?.types).toEqual(types)
  })
})

it('what stands beside a reference goes before what it refers to', async () => {
  const spec = await editable()
  spec.components.schemas.Photo = { type: 'string', description: 'Any.', default: 'a' }
  const Mine = { $ref: '#/components/schemas/Photo', description: 'Mine.', 'x-secret': true }
  Object.assign(spec.components.schemas.ApplySdkVerificationTokenRequest.properties, { Mine })
  const [operation] = readOperations(spec)
  expect(operation?.parameters.at(-1)).toMatchObject({ name: 'Mine', description: 'Mine.', default: 'a' })
  expect(operation?.secrets).toContain('Mine')
})

describe('the document that the endpoint serves', () => {
  const own = { paths: { '/': { get: answers('other.yaml#/components/schemas/Outer') } } }
  const served = async (ownSchemas: object, otherSchemas: object) => {
    const folder = await mkdtemp(join(tmpdir(), 'codegen-'))
    const document = (schemas: object) => ({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      components: { schemas },
    })
    await writeFiles(
      new Map([
        [join(folder, 'own.yaml'), JSON.stringify({ ...document(ownSchemas), ...own })],
        [join(folder, 'other.yaml'), JSON.stringify({ ...document(otherSchemas), paths: {} })],
      ]),
    )
    const path = join(folder, 'own.yaml')
    return bundled(await readSpec(path), path).finally(() => rm(folder, { recursive: true }))
  }

  it('holds what it refers to in the upstream’s, through however many', async () => {
    const Outer = { type: 'object', properties: { a: { $ref: '#/components/schemas/Inner' } } }
    const Inner = { type: 'array', items: { $ref: '#/components/schemas/Leaf' } }
    const { paths, components } = Object(
      await served({ Own: { type: 'object' } }, { Outer, Inner, Leaf: { type: 'string' }, Other: { type: 'string' } }),
    )
    expect(Object.keys(components.schemas).sort()).toEqual(['Inner', 'Leaf', 'Outer', 'Own'])
    expect(paths['/'].get).toEqual(answers('#/components/schemas/Outer'))
  })

  it('keeps two schemas of one name apart', async () => {
    const { paths, components } = Object(await served({ Outer: { type: 'string' } }, { Outer: { type: 'object' } }))
    const { $ref } = paths['/'].get.responses[200].content['application/json'].schema
    expect(components.schemas.Outer).toEqual({ type: 'string' })
    expect(components.schemas[$ref.split('/').at(-1)]).toEqual({ type: 'object' })
  })

  it('refers to nothing that is not there', async () => {
    await expect(served({}, {})).rejects.toThrow(/own\.yaml: /)
  })
})

describe('the catalogue of problems', () => {
  const endpoint = async () => structuredClone(Object(await readSpec(join(repositoryRoot, 'spec/token-endpoint.yaml'))))

  it('is a table for the Worker and a page for people', async () => {
    const problems = readProblems(await endpoint())
    expect(problems.find(({ code }) => code === 'quota-exceeded')).toStrictEqual({
      code: 'quota-exceeded',
      status: 429,
      title: 'Hourly token limit reached',
      advice: 'Wait for the time in Retry-After, then send the same request again.',
      retryAfter: 'always',
      idempotencyKey: 'same',
    })
    expect(problemsPage(problems)).toContain('\n| 429 | `quota-exceeded` | Hourly token limit reached. Wait for ')
  })

  /** The entry of body-too-large. */
  const one = ({ components }: ReturnType<typeof Object>) =>
    components.schemas.ProblemCode.oneOf.find((entry: { const: string }) => entry.const === 'body-too-large')

  it.each<[string, (document: ReturnType<typeof Object>) => void, string]>([
    ['without a status', (document) => delete one(document)['x-status'], 'body-too-large: x-status should be an HTTP'],
    [
      'that does not say whether to come back',
      (document) => (one(document)['x-retry-after'] = 'soon'),
      'body-too-large: x-retry-after should be always or sometimes or never, but is "soon"',
    ],
    [
      'in a response of another status',
      (document) => (one(document)['x-status'] = 414),
      'paths[/v1/tokens].post.responses.413 has body-too-large, whose x-status is 414',
    ],
    [
      'that no response has',
      (document) => document.components.schemas.ProblemCode.oneOf.push({ ...one(document), const: 'x' }),
      'No response has the problem x',
    ],
    [
      'that is not in it, in a response',
      (document) => (one(document).const = 'another'),
      'paths[/v1/tokens].post.responses.413 has body-too-large, which ProblemCode lacks',
    ],
  ])('refuses a problem %s', async (_, change, message) => {
    const document = await endpoint()
    change(document)
    expect(() => readProblems(document)).toThrow(message)
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

/** An operation that answers what a schema describes. */
function answers($ref: string) {
  return { responses: { 200: { description: 'x', content: { 'application/json': { schema: { $ref } } } } } }
}
