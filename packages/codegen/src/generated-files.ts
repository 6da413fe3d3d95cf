import { join } from 'node:path'
import { clientMethods } from './client-methods.ts'
import { type Operation, readOperations, readServer } from './operations.ts'
import { operationsTable } from './operations-table.ts'
import { parametersModule } from './parameters-module.ts'
import { problemsModule, problemsPage, readProblems } from './problems.ts'
import { array, bundled, type Json, object, readSpec, resolve, string } from './spec-document.ts'
import { validators } from './validators.ts'
import { clientTypes, namedTypes, wireTypes } from './wire-types.ts'

/** The root of this checkout. */
export const repositoryRoot: string = join(import.meta.dirname, '../../..')

/** Path in the checkout -> content. */
type Files = Readonly<Record<string, string>>

/** Everything that spec/ of the checkout at `root` generates: absolute path -> content. */
export async function generatedFiles(root: string): Promise<Map<string, string>> {
  const upstream = await readSpec(join(root, 'spec/faceid.yaml'))
  const endpointPath = join(root, 'spec/token-endpoint.yaml')
  const endpoint = await bundled(await readSpec(endpointPath), endpointPath)
  const operations = readOperations(upstream)
  const files = {
    ...(await clientFiles(upstream, operations)),
    'packages/emulator/src/generated/spec.ts': marked('faceid.yaml', specModule('spec: unknown', upstream)),
    ...(await endpointFiles(endpoint, operations)),
  }
  return new Map(Object.entries(files).map(([path, content]) => [join(root, path), content]))
}

async function clientFiles(spec: Json, operations: readonly Operation[]): Promise<Files> {
  const { 'x-known-values': codes } = resolve(spec, { $ref: '#/components/schemas/ErrorCode' }, 'ErrorCode')
  const errorCodes = array(codes, 'ErrorCode.x-known-values').map((code) => string(code, 'ErrorCode.x-known-values'))
  const faceid = 'packages/faceid/src/generated'
  return {
    [`${faceid}/wire-types.ts`]: marked('faceid.yaml', await clientTypes(spec)),
    [`${faceid}/operations.ts`]: marked('faceid.yaml', operationsTable(readServer(spec), operations)),
    [`${faceid}/methods.ts`]: marked('faceid.yaml', clientMethods(operations, errorCodes)),
    [`${faceid}/validators.ts`]: marked('faceid.yaml', validators(spec, operations)),
  }
}

async function endpointFiles(spec: Json, operations: readonly Operation[]): Promise<Files> {
  const problems = readProblems(spec)
  const schemas = Object.keys(object(object(spec.components, 'components').schemas, 'schemas'))
  const issuing = operations.filter(({ action }) => action === 'ApplySdkVerificationToken')
  const app = 'apps/token-endpoint/src/generated'
  return {
    [`${app}/openapi.ts`]: marked('token-endpoint.yaml', specModule('openapi', spec)),
    [`${app}/api.ts`]: marked('token-endpoint.yaml', (await wireTypes(spec)) + namedTypes(schemas)),
    [`${app}/problems.ts`]: marked('token-endpoint.yaml', problemsModule(problems)),
    [`${app}/parameters.ts`]: marked('faceid.yaml', issuing.map(parametersModule).join('')),
    'docs/answers.md': `<!-- ${mark('token-endpoint.yaml')} -->\n${problemsPage(problems)}`,
  }
}

/** The document itself as a module. */
function specModule(name: string, spec: Json): string {
  return `
export const ${name} = ${JSON.stringify(spec, null, 2)}
`
}

const mark = (source: string) => `Generated from spec/${source} by \`pnpm generate\`. Do not edit.`
const marked = (source: string, code: string) => `// ${mark(source)}\n${code}`
