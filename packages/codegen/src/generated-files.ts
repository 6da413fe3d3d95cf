import { join } from 'node:path'
import { clientMethods } from './client-methods.ts'
import { endpointDocument } from './endpoint-document.ts'
import { readOperations, readServer } from './operations.ts'
import { operationsTable } from './operations-table.ts'
import { array, type Json, readSpec, resolve, string } from './spec-document.ts'
import { specModule } from './spec-module.ts'
import { validators } from './validators.ts'
import { wireTypes } from './wire-types.ts'

/** The root of this checkout. */
export const repositoryRoot: string = join(import.meta.dirname, '../../..')

/** Everything that spec/ of the checkout at `root` generates: absolute path -> content. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const source = 'spec/faceid.yaml'
  const spec = await readSpec(join(root, source))
  const operations = readOperations(spec)
  const { enum: codes } = resolve(spec, { $ref: '#/components/schemas/ErrorCode' }, 'ErrorCode')
  const errorCodes = array(codes, 'ErrorCode.enum').map((code) => string(code, 'ErrorCode.enum'))
  const header = `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n`
  const faceid = join(root, 'packages/faceid/src/generated')
  const emulator = join(root, 'packages/emulator/src/generated')
  return new Map([
    [join(faceid, 'wire-types.ts'), header + (await wireTypes(spec))],
    [join(faceid, 'operations.ts'), header + operationsTable(readServer(spec), operations)],
    [join(faceid, 'methods.ts'), header + clientMethods(operations, errorCodes)],
    [join(faceid, 'validators.ts'), header + validators(spec, operations)],
    [join(emulator, 'spec.ts'), header + specModule(spec)],
    [join(root, 'apps/token-endpoint/src/generated/openapi.ts'), await servedDocument(root, spec)],
  ])
}

async function servedDocument(root: string, upstream: Json): Promise<string> {
  const source = 'spec/token-endpoint.yaml'
  const header = `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n`
  return header + endpointDocument(await readSpec(join(root, source)), upstream)
}
