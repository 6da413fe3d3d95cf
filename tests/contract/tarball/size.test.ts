import { statSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { artifact, installed } from './artifact.ts'
import type { PackageName } from './install.ts'

/** The code as an application would bundle it, and the modules that are left in it. */
async function bundled(code: string): Promise<{ gzipped: number; modules: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: installed },
    bundle: true,
    minify: true,
    format: 'esm',
    external: ['node:*'],
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
    outfile: 'bundle.js',
    absWorkingDir: installed,
  })
  return {
    gzipped: gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).byteLength,
    modules: Object.entries(metafile.outputs['bundle.js']?.inputs ?? {})
      .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.startsWith('node_modules'))
      .map(([path]) => path.replace(/^node_modules\/(@tc3-edge\/)?/, '').replace(/dist\/|\.js$/g, ''))
      .sort(),
  }
}

describe('size, minified and gzipped', () => {
  it.each([
    ['createSigner', '@tc3-edge/signer', 2_950],
    ['createTencentClient', '@tc3-edge/client', 13_450],
    ['createFaceidClient', '@tc3-edge/faceid', 13_800],
    // 40 kB of it, before compression, are the description of the API.
    ['createEmulator', '@tc3-edge/emulator', 35_000],
    ['startEmulator', '@tc3-edge/emulator/node', 52_000],
  ])('%s of %s is at most %i bytes', async (name, from, most) => {
    const { gzipped } = await bundled(`export { ${name} } from '${from}'`)
    console.log(`${name}: ${gzipped} of ${most} bytes`)
    expect(gzipped).toBeLessThanOrEqual(most)
  })
})

it.each<[PackageName, number]>([
  ['signer', 43_000],
  ['client', 97_000],
  ['faceid', 70_000],
  ['emulator', 240_000],
])('the tarball of %s, sources and maps included, is at most %i bytes', (name, most) => {
  const { size } = statSync(artifact(name).tarball)
  console.log(`${name}: ${size} of ${most} bytes`)
  expect(size).toBeLessThanOrEqual(most)
})

describe('tree shaking', () => {
  it.each([
    ['@tc3-edge/signer', []],
    ['@tc3-edge/client', []],
    ['@tc3-edge/faceid', []],
    ['@tc3-edge/faceid/validate', []],
    ['@tc3-edge/emulator', []],
  ])('an import of %s for nothing leaves nothing', async (from, modules) => {
    expect((await bundled(`import '${from}'`)).modules).toEqual(modules)
  })

  it.each([
    ['authorization', ['signer/signature-v3']],
    ['canonicalRequest', ['signer/signature-v3']],
    ['canonicalHeaders', ['signer/checks', 'signer/signature-v3']],
    ['credentialScope', ['signer/signature-v3']],
    ['stringToSign', ['signer/signature-v3']],
    ['fromEnv', ['signer/from-env']],
    ['sha256Hex', ['signer/checks', 'signer/web-crypto']],
    ['deriveSigningKey', ['signer/web-crypto']],
  ])('%s alone leaves what it needs', async (name, modules) => {
    expect((await bundled(`export { ${name} } from '@tc3-edge/signer'`)).modules).toEqual(modules)
  })

  it('createSigner leaves the environment out', async () => {
    const { modules } = await bundled(`export { createSigner } from '@tc3-edge/signer'`)
    expect(modules).toContain('signer/signer')
    expect(modules).not.toContain('signer/from-env')
  })

  it('errors of the client leave the client out, and the client leaves the validators out', async () => {
    const errors = await bundled(`export { ServiceError } from '@tc3-edge/faceid'`)
    expect(errors.modules).toEqual(['client/errors'])
    const client = await bundled(`export { createFaceidClient } from '@tc3-edge/faceid'`)
    expect(client.modules.filter((path) => /validat/.test(path))).toEqual([])
    expect(client.modules).toContainEqual(expect.stringMatching(/^openapi-fetch\b/))
  })
})
