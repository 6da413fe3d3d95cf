import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/**
 * Reads an API description in YAML or JSON, which is YAML as well.
 *
 * @throws {Error} naming the file and what is wrong with it.
 */
export async function readSpec(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8')
  try {
    return path.endsWith('.json') ? JSON.parse(text) : parse(text)
  } catch (error) {
    throw new TypeError(`${path} is neither YAML nor JSON: ${error instanceof Error ? error.message : error}`)
  }
}
