import { runCases } from '../../packages/emulator/test/conformance/run.ts'
import { ourClient } from './our-client.ts'

runCases(ourClient)
