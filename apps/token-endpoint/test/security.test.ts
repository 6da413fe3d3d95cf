import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8')

/** The rows of the tables that say which test attacks a claim. */
const rows = page
  .split('\n\n')
  .filter((block) => /^\|.*\| (test|shown by) \|\n/.test(block))
  .flatMap((table) => table.trim().split('\n').slice(2))
  .map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')))

/** The tests that a cell names: `[name](path): "title", "title"; [name]...`. */
const named = (cell: string) =>
  cell.split(/; (?=\[)/).flatMap((test) => {
    const [, path = test, titles = ''] = /^\[[^\]]+\]\(([^)]+)\): (".+")$/.exec(test) ?? []
    return titles.split(/(?<="), (?=")/).map((title) => ({ path, title: title.slice(1, -1) }))
  })

/** Lines that begin a test, or give the title of one with cases. */
const beginsTest = /^\s*(it|test|describe)\b|^\s*\]?.*\)\(\s*['"`]|^\s*['"`].*['"`],$/

describe('SECURITY.md', () => {
  it('has its claims in tables', () => {
    expect(rows.length).toBeGreaterThan(25)
  })

  it.each(rows.map(([claim = '', ...cells]) => [claim, cells.at(-1) ?? ''] as const))(
    'names tests that exist: %s',
    (_, cell) => {
      for (const { path, title } of named(cell)) {
        expect(existsSync(join(root, path)), `the file ${path}`).toBe(true)
        const lines = readFileSync(join(root, path), 'utf8').split('\n')
        const found = lines.some((line) => title !== '' && line.includes(title) && beginsTest.test(line))
        expect(found, `the test "${title}" of ${path}`).toBe(true)
      }
    },
  )
})
