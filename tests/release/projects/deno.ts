import { join } from 'node:path'
import { runtime } from './binary.ts'
import { type Project, program, registryEnvironment, runIn, write } from './project.ts'

// Younger than a day, as every release once is.
const deno = { minimumDependencyAge: 0 }

export const denoProject: Project = {
  name: 'Deno',
  token: async ({ folder, registry, endpoint }) => {
    const env = {
      ...registryEnvironment(registry),
      NPM_CONFIG_REGISTRY: `${registry.url}/`,
      DENO_DIR: join(folder, '.deno'),
      DENO_NO_UPDATE_CHECK: '1',
    }
    await write(folder, { 'main.ts': program('Deno', endpoint), 'deno.json': deno, '.npmrc': registry.npmrc })
    await runIn(folder, runtime('deno'), ['add', 'npm:@tc3-edge/faceid'], env)
    await runIn(folder, runtime('deno'), ['check', 'main.ts'], env)
    return runIn(folder, runtime('deno'), ['run', '--no-prompt', '--allow-net', 'main.ts'], env)
  },
}
