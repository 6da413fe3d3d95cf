import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, it } from 'vitest'
import { artifact, filesOf } from './artifact.ts'
import { type PackageName, packageNames } from './install.ts'

/**
 * What attw says of entry points that are ESM only, and may: CommonJS gets ESM, which Node can `require` since 20.19, and
 * the resolution of Node 10, which knows no `exports`, finds nothing.
 */
const ofEsmOnly = (entry: string) => [`NoResolution ${entry} node10`, `CJSResolvesToESM ${entry} node16-cjs`]
const allowed = {
  signer: [...ofEsmOnly('.'), ...ofEsmOnly('./node')],
  client: ofEsmOnly('.'),
  faceid: [...ofEsmOnly('.'), ...ofEsmOnly('./validate')],
  emulator: [...ofEsmOnly('.'), ...ofEsmOnly('./node')],
}

/** Modules of Node that a file of a package may import; every other file runs without them. */
const nodeModules: Readonly<Record<PackageName, (file: string) => RegExp | undefined>> = {
  signer: (file) => (/\/node\.[jt]s$/.test(file) ? /^node:crypto$/ : undefined),
  client: () => undefined,
  faceid: () => undefined,
  // Workers have these, with `nodejs_compat`; servers and files are for Node alone.
  emulator: (file) =>
    /\/(node|bin|command-line|spec-file)\.[jt]s$/.test(file) ? /^node:/ : /^node:(buffer|crypto|timers)$/,
}

describe.each(packageNames)('the tarball of %s', (name) => {
  const packed = artifact(name)

  it('holds these files and no others', async () => {
    // When a file comes or goes on purpose: vitest run tarball -u
    await expect(`${packed.files.join('\n')}\n`).toMatchFileSnapshot(`files/${name}.txt`)
  })

  it('has nothing that publint would change', async () => {
    const { messages } = await publint({ pkgDir: packed.folder, strict: true, pack: false })
    expect(messages.map((message) => formatMessage(message, packed.manifest))).toEqual([])
  })

  it('has types that resolve wherever its code does', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(packed.tarball))))
    if (!analysis.types) throw new Error('it has no types')
    const problems = analysis.problems.map((problem) => {
      if (!('entrypoint' in problem)) return JSON.stringify(problem)
      return `${problem.kind} ${problem.entrypoint} ${problem.resolutionKind}`
    })
    expect(problems.sort()).toEqual(allowed[name].toSorted())
  })

  it('is ESM and nothing else', () => {
    const { type, main, exports } = packed.manifest
    expect({ type, main }).toEqual({ type: 'module', main: undefined })
    for (const [path, conditions] of Object.entries(exports)) {
      if (path !== './package.json') expect(Object.keys(conditions)).toEqual(['types', 'default'])
    }
    for (const file of filesOf(packed, 'dist/**/*.js')) {
      expect(packed.text(file), file).not.toMatch(/\brequire\(|\bmodule\.exports\b/)
    }
  })

  it('imports nothing but itself and what it declares', () => {
    const dependencies = Object.keys(packed.manifest.dependencies ?? {})
    for (const file of filesOf(packed, '{dist,src}/**/*.{js,ts}')) {
      for (const imported of importsOf(packed.text(file))) {
        const own = imported.startsWith('./') || imported.startsWith('../')
        if (imported.startsWith('node:'))
          expect(nodeModules[name](file)?.test(imported), `${file}: ${imported}`).toBe(true)
        else if (!own) expect(dependencies, `${file} imports ${imported}`).toContain(packageOf(imported))
        else expect(normalize(join(dirname(file), imported)), file).toMatch(/^(dist|src)\//)
      }
    }
  })

  it('has maps that lead every line back to a source, which they hold', () => {
    const code = filesOf(packed, 'dist/**/*.{js,d.ts}')
    expect(code.length).toBeGreaterThan(0)
    for (const file of code) {
      const map = JSON.parse(packed.text(`${file}.map`))
      expect(packed.text(file), file).toContain(`//# sourceMappingURL=${file.replace(/.*\//, '')}.map`)
      const source = normalize(join(dirname(file), map.sourceRoot ?? '', map.sources[0]))
      expect(packed.files).toContain(source)
      if (file.endsWith('.js')) expect(map.sourcesContent, file).toEqual([packed.text(source)])
    }
  })

  it('has commands that exist and that Node runs', () => {
    for (const file of Object.values(packed.manifest.bin ?? {})) {
      expect(packed.files).toContain(normalize(file))
      expect(packed.text(file)).toMatch(/^#!\/usr\/bin\/env node\n/)
    }
  })

  it('has a license', () => {
    expect(packed.text('LICENSE')).toContain('MIT License')
  })
})

/** `hono` of `hono/utils/url`. */
const packageOf = (imported: string) => /^(@[^/]+\/)?[^/]+/.exec(imported)?.[0]

const importing = /(?:^|[^\w.])(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]|<reference \w+="([^"]+)"/g

/** What a file names after `from` and `import`. */
function importsOf(code: string): string[] {
  const withoutComments = code.replace(/^\s*(\*|\/\*\*|\/\/ ).*$/gm, '')
  return [...withoutComments.matchAll(importing)].map(([, imported, reference]) => imported ?? reference ?? '')
}
