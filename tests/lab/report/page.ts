import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../../..')

/** Puts text between `<!-- name -->` and `<!-- /name -->` in a page of the repository. Throws a RangeError if it has no such block. */
export function writeBlock(page: string, name: string, text: string): void {
  const path = join(ROOT, page)
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const old = readFileSync(path, 'utf8')
  const [from, to] = [old.indexOf(begin), old.indexOf(end)]
  if (from < 0 || to < from) throw new RangeError(`There is no ${begin} ... ${end} in ${page}`)
  writeFileSync(path, old.slice(0, from + begin.length) + text + old.slice(to))
}
