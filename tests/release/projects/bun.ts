import { join } from 'node:path'
import { runtime } from './binary.ts'
import { type Project, program, registryEnvironment, runIn, write } from './project.ts'

export const bunProject: Project = {
  name: 'Bun',
  token: async ({ folder, registry, endpoint }) => {
    const env = { ...registryEnvironment(registry), BUN_INSTALL_CACHE_DIR: join(folder, '.bun') }
    await write(folder, {
      'package.json': { private: true, type: 'module' },
      'main.ts': program('Bun', endpoint),
      '.npmrc': registry.npmrc,
    })
    await runIn(folder, runtime('bun'), ['add', '@tc3-edge/faceid'], env)
    return runIn(folder, runtime('bun'), ['run', 'main.ts'], env)
  },
}
