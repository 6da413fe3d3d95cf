// `pnpm jsr`: publishes to JSR what has a jsr.json; versions that are there are left alone. `--dry-run` only checks.
import { publishToJsr } from './jsr/publish.ts'

process.exitCode = await publishToJsr(process.argv.slice(2))
