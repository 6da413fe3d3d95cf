import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What a package adds to an application. */
export interface Installed {
  readonly packages: number
  readonly bytes: number
}

/** Returns the package with all its dependencies, as a module in `folder` finds them. */
export async function installed(name: string, folder: string): Promise<Installed> {
  const found = new Set<string>()
  await follow(name, folder, found)
  const sizes = await Promise.all([...found].map(sizeOf))
  return { packages: found.size, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) }
}

async function follow(name: string, from: string, found: Set<string>): Promise<void> {
  const folder = await folderOf(name, from)
  if (found.has(folder)) return
  found.add(folder)
  const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  for (const dependency of Object.keys(dependencies)) await follow(dependency, folder, found)
}

/** As Node finds packages: in the nearest `node_modules` that has it. */
async function folderOf(name: string, from: string): Promise<string> {
  const folder = await realpath(join(from, 'node_modules', name)).catch(() => undefined)
  if (folder !== undefined) return folder
  const parent = dirname(from)
  if (parent === from) throw new Error(`${name} is not installed`)
  return folderOf(name, parent)
}

async function sizeOf(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile()) bytes += (await stat(path)).size
    // Packages nested there are counted by themselves.
    else if (entry.isDirectory() && entry.name !== 'node_modules') bytes += await sizeOf(path)
  }
  return bytes
}
