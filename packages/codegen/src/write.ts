import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes every file of the map (absolute path -> content), making folders as needed. */
export async function writeFiles(files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, content] of files) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}

/** The paths whose content on disk differs from the map, or that are missing there. */
export async function driftedFiles(files: ReadonlyMap<string, string>): Promise<string[]> {
  const drifted: string[] = []
  for (const [path, content] of files) {
    const onDisk = await readFile(path, 'utf8').catch(() => undefined)
    if (onDisk !== content) drifted.push(path)
  }
  return drifted
}
