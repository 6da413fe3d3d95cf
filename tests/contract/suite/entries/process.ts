// What Node, Deno and Bun run: a program that prints its report.
import { stdout } from 'node:process'
import { nodeCrypto } from '@tc3-edge/signer/node'
import settings from 'suite-settings'
import { runSuite } from '../run.ts'
import { library } from './library.ts'

const report = JSON.stringify(await runSuite({ ...library, nodeCrypto }, settings))
await new Promise((resolve) => stdout.write(`${report}\n`, resolve))
