import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { nodeModules } from '@tc3-edge/test-support/bundle'
import { build } from 'esbuild'
import { type Packed, packAndInstall } from '../../../contract/tarball/install.ts'
import { number, table, verdict } from '../../report/markdown.ts'
import type { Effort } from '../measure/effort.ts'
import { installed } from '../measure/installed.ts'
import type { Section } from '../section.ts'

interface Subject {
  readonly name: string
  readonly code: string
  /** The greatest size that is claimed, gzipped. */
  readonly most?: number
}

const LAB = join(import.meta.dirname, '../..')

const INTL = 'tencentcloud-sdk-nodejs-intl-en/tencentcloud/faceid/index.js'

const SUBJECTS: readonly Subject[] = [
  { name: 'our signer', code: `export { createSigner } from '@tc3-edge/signer'`, most: 2_200 },
  { name: 'aws4fetch, its signer', code: `export { AwsV4Signer } from 'aws4fetch'` },
  { name: 'our client', code: `export { createFaceidClient } from '@tc3-edge/faceid'`, most: 9_000 },
  { name: 'openapi-fetch', code: `export { default } from 'openapi-fetch'` },
  { name: 'official, common', code: `export { CommonClient } from 'tencentcloud-sdk-nodejs-common'` },
  { name: 'official, intl', code: `export * from '${INTL}'` },
]

/** What each adds to an application, minified and gzipped. */
export async function bundles(_: Effort, scratch: string): Promise<Section> {
  const rows: string[][] = []
  const verdicts: string[] = []
  for (const subject of SUBJECTS) {
    const file = join(scratch, 'bundle.js')
    const worker = await sizeOf(subject, file, 'worker')
    const browser = await sizeOf(subject, file, 'browser')
    rows.push([
      subject.name,
      ...[worker, browser].flatMap(({ minified, gzipped }) => [number(minified), number(gzipped)]),
    ])
    const gzipped = Math.max(worker.gzipped, browser.gzipped)
    if (subject.most === undefined) continue
    verdicts.push(
      verdict(
        subject.name,
        `${number(gzipped)} bytes gzipped`,
        `at most ${number(subject.most)}`,
        gzipped <= subject.most,
      ),
    )
  }
  const text = [
    'Bytes of the code that a Worker or a web page would load, bundled for ES2022 with esbuild. Node’s own modules, which the',
    'official SDKs need, are not included: a Worker has them with `nodejs_compat`, a web page does not.',
    '',
    table(['', 'Worker: minified', 'and gzipped', 'browser: minified', 'and gzipped'], rows),
    '',
    ...verdicts,
    '',
    ...(await installs(await packAndInstall(join(scratch, 'packed')))),
  ]
  return { title: 'Bundles and installs', text: text.join('\n') }
}

const PACKAGES: readonly string[] = [
  '@tc3-edge/signer',
  'aws4fetch',
  '@tc3-edge/faceid',
  'openapi-fetch',
  'tencentcloud-sdk-nodejs-common',
  'tencentcloud-sdk-nodejs-intl-en',
]

async function installs({ folder }: Packed): Promise<string[]> {
  const rows: string[][] = []
  for (const name of PACKAGES) {
    const ours = name.startsWith('@tc3-edge/')
    const { packages, bytes } = await installed(name, ours ? folder : LAB)
    rows.push([name, String(packages), number(bytes / 1_000)])
  }
  return [
    'What `npm install` of each package installs, with its dependencies. Our packages include their sources, as they are published.',
    '',
    table(['', 'packages', 'kB on disk'], rows),
  ]
}

interface Size {
  readonly minified: number
  readonly gzipped: number
}

async function sizeOf({ code }: Subject, outfile: string, target: 'worker' | 'browser'): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: LAB },
    outfile,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: target === 'browser' ? ['browser', 'module', 'main'] : ['module', 'main'],
    conditions: target === 'browser' ? ['browser'] : ['workerd', 'worker', 'browser'],
    plugins: [nodeModules],
    logLevel: 'error',
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  return { minified: bytes.byteLength, gzipped: gzipSync(bytes, { level: 9 }).byteLength }
}
