import { join } from 'node:path'
import { clientMethods } from './client-methods.ts'
import { endpointDocument } from './endpoint-document.ts'
import { readOperations, readServer } from './operations.ts'
import { operationsTable } from './operations-table.ts'
import { problemsModule, problemsPage, readProblems } from './problems.ts'
import { array, type Json, readSpec, resolve, string } from './spec-document.ts'
import { specModule } from './spec-module.ts'
import { validators } from './validators.ts'
import { wireTypes } from './wire-types.ts'

/** The root of this checkout. */
export const repositoryRoot: string = join(import.meta.dirname, '../../..')

/** Path in the checkout -> content. */
type Files = Readonly<Record<string, string>>

/** Everything that spec/ of the checkout at `root` generates: absolute path -> content. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const upstream = await readSpec(join(root, 'spec/faceid.yaml'))
  const endpoint = await readSpec(join(root, 'spec/token-endpoint.yaml'))
  const files = { ...(await fromUpstream(upstream)), ...(await fromEndpoint(endpoint, upstream)) }
  return new Map(Object.entries(files).map(([path, content]) => [join(root, path), content]))
}

async function fromUpstream(spec: Json): Promise<Files> {
  const operations = readOperations(spec)
  const { enum: codes } = resolve(spec, { $ref: '#/components/schemas/ErrorCode' }, 'ErrorCode')
  const errorCodes = array(codes, 'ErrorCode.enum').map((code) => string(code, 'ErrorCode.enum'))
  const header = `// ${marked('faceid.yaml')}\n`
  const faceid = 'packages/faceid/src/generated'
  return {
    [`${faceid}/wire-types.ts`]: header + (await wireTypes(spec)),
    [`${faceid}/operations.ts`]: header + operationsTable(readServer(spec), operations),
    [`${faceid}/methods.ts`]: header + clientMethods(operations, errorCodes),
    [`${faceid}/validators.ts`]: header + validators(spec, operations),
    'packages/emulator/src/generated/spec.ts': header + specModule('spec: unknown', spec),
  }
}

async function fromEndpoint(spec: Json, upstream: Json): Promise<Files> {
  const problems = readProblems(spec)
  const document = endpointDocument(spec, upstream)
  const header = `// ${marked('token-endpoint.yaml')}\n`
  const app = 'apps/token-endpoint/src/generated'
  return {
    [`${app}/openapi.ts`]: header + specModule('openapi', document),
    [`${app}/api.ts`]: header + (await wireTypes(document, { rootTypes: true })),
    [`${app}/problems.ts`]: header + problemsModule(problems),
    'docs/answers.md': `<!-- ${marked('token-endpoint.yaml')} -->\n${problemsPage(problems)}`,
  }
}

const marked = (source: string) => `Generated from spec/${source} by \`pnpm generate\`. Do not edit.`
