import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

import { binary } from './binary.ts'
import { inChromium } from './chromium.ts'
import { askForToken, createClient, npmInstall, type Project, runIn, write } from './project.ts'

/** Built by Vite, then opened in Chromium. */
export const browserProject: Project = {
  name: 'browser',
  token: async ({ folder, registry, endpoint }) => {
    await write(folder, {
      'package.json': { private: true, type: 'module' },
      'index.html': '<!doctype html><title>Rehearsal</title><script type="module" src="/main.ts"></script>',
      'main.ts': page(endpoint),
    })
    await npmInstall({ folder, registry }, '@tc3-edge/faceid')
    await runIn(folder, binary('vite'), ['build'])
    return open(folder, endpoint)
  },
}

/** Pages come from the build and calls go on to the emulator, both on one origin: the emulator says nothing of CORS. */
function open(folder: string, endpoint: string): Promise<string> {
  return inChromium(folder, async (page) => {
    await page.route('**/*', async (route) => {
      const request = route.request()
      if (request.method() !== 'GET') return route.continue()
      const { pathname } = new URL(request.url())
      const file = pathname === '/' ? 'index.html' : pathname
      const body = await readFile(join(folder, 'dist', file)).catch(() => undefined)
      if (!body) return route.fulfill({ status: 404 })
      return route.fulfill({ body, contentType: contentTypes[extname(file)] ?? 'application/octet-stream' })
    })
    await page.goto(endpoint)
    return page.evaluate<string>('globalThis.token')
  })
}

const contentTypes: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

function page(endpoint: string): string {
  return `import { createFaceidClient } from '@tc3-edge/faceid'

const faceid = ${createClient(endpoint)}
globalThis.token = ${askForToken('browser')}.then(({ SdkToken }) => SdkToken)
`
}
