// `pnpm --filter playground reference FOLDER`: writes the reference's files there, for a Worker's static assets.
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { referenceFiles } from './files.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node reference/write.ts FOLDER')
  process.exit(1)
}
await mkdir(folder, { recursive: true })
await Promise.all(referenceFiles.map(({ name, path }) => copyFile(path, join(folder, name))))
