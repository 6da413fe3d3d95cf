import { join } from 'node:path'
import { serve, withoutNode } from '../../contract/runners/workerd.ts'
import { binary } from './binary.ts'
import { askForToken, createClient, npmInstall, type Project, runIn, write } from './project.ts'

/** Bundled by wrangler as for a deployment, then run in workerd. */
export const workerProject: Project = {
  name: 'Worker',
  token: async ({ folder, registry, endpoint }) => {
    await write(folder, {
      'package.json': { private: true, type: 'module' },
      'wrangler.json': {
        name: 'rehearsal',
        main: 'main.ts',
        compatibility_date: '2026-11-01',
        compatibility_flags: withoutNode,
      },
      'main.ts': worker(endpoint),
    })
    await npmInstall({ folder, registry }, '@tc3-edge/faceid')
    await runIn(folder, binary('wrangler'), ['deploy', '--dry-run', '--outdir', 'out'])
    const served = await serve(join(folder, 'out/main.js'), withoutNode, {})
    try {
      return await (await fetch(served.url)).text()
    } finally {
      await served.stop('SIGKILL')
    }
  },
}

function worker(endpoint: string): string {
  return `import { createFaceidClient } from '@tc3-edge/faceid'

const faceid = ${createClient(endpoint)}

export default {
  async fetch(): Promise<Response> {
    const { SdkToken } = await ${askForToken('Worker')}
    return new Response(SdkToken)
  },
}
`
}
