import { commonSdk, handSigned, intlSdk } from './conformance/clients.ts'
import { runCases } from './conformance/run.ts'

for (const client of [commonSdk, intlSdk, handSigned]) runCases(client)
