import { faceidConsumer, signerConsumer } from '../../contract/tarball/consumers.ts'
import { binary } from './binary.ts'
import { npmInstall, type Place, type Project, program, runIn, write } from './project.ts'

/** ESM and TypeScript as strict as it gets, with the types of the packages checked as well. */
export const nodeProject: Project = nodeProjectWith({})

/** The same with further sources, which must type-check. */
export function nodeProjectWith(sources: Readonly<Record<string, string>>): Project {
  return { name: 'Node', token: (place) => token(place, sources) }
}

async function token({ folder, registry, endpoint }: Place, sources: Readonly<Record<string, string>>) {
  await write(folder, {
    ...sources,
    'package.json': { private: true, type: 'module' },
    'tsconfig.json': { compilerOptions, include: ['src'] },
    'src/main.ts': program('Node', endpoint),
    'src/signer.ts': signerConsumer,
    'src/faceid.ts': faceidConsumer,
  })
  await npmInstall({ folder, registry }, '@tc3-edge/faceid', '@tc3-edge/signer', '@types/node')
  await runIn(folder, binary('tsc'), [])
  return runIn(folder, process.execPath, ['out/main.js'])
}

const compilerOptions = {
  module: 'nodenext',
  target: 'es2022',
  lib: ['es2023'],
  types: ['node'],
  rootDir: 'src',
  outDir: 'out',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
}
