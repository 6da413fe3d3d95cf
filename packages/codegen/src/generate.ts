// `pnpm generate`: spec/ -> the generated folders. `--check` writes nothing and fails when a file would change.
import { relative } from 'node:path'
import { generatedFiles, repositoryRoot } from './generated-files.ts'
import { driftedFiles, writeFiles } from './write.ts'

const files = await generatedFiles(repositoryRoot)

if (process.argv.includes('--check')) {
  const drifted = await driftedFiles(files)
  if (drifted.length > 0) {
    console.error(
      `Not what spec/ generates:\n${drifted.map((path) => `  ${relative(repositoryRoot, path)}`).join('\n')}\nRun \`pnpm generate\`.`,
    )
    process.exit(1)
  }
  console.log(`${files.size} generated files are up to date.`)
} else {
  const drifted = await driftedFiles(files)
  await writeFiles(new Map([...files].filter(([path]) => drifted.includes(path))))
  for (const path of drifted) console.log(`written: ${relative(repositoryRoot, path)}`)
  console.log(`${drifted.length} of ${files.size} generated files changed.`)
}
