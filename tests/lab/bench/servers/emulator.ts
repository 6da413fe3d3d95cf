// The emulator in a process of its own.
import { startEmulator } from '@tc3-edge/emulator/node'

const { url } = await startEmulator({ requestsPerSecond: 'unlimited' })
console.log(`emulator at ${url}`)
