import { createServer } from 'node:net'
import { StartFault } from './start-fault.ts'

export type PortName = 'PORT' | 'EMULATOR_PORT' | 'PLAYGROUND_PORT'

/** The ports that variables of the environment ask for, 0 (any free one) where they ask for none. */
export async function portsFrom(
  names: readonly PortName[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<ReadonlyMap<PortName, number>> {
  const ports = new Map(names.map((name) => [name, portFrom(name, env[name])]))
  const asked = [...ports].filter(([, port]) => port !== 0)
  for (const [name, port] of asked) {
    const [first] = asked.find(([, other]) => other === port) ?? [name]
    if (first !== name) throw new StartFault(`${first} and ${name} are both ${port}. Choose another for one of them.`)
  }
  for (const [name, port] of asked) await checkFree(name, port)
  return ports
}

function portFrom(name: string, text: string | undefined): number {
  if (text === undefined || text === '') return 0
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new StartFault(`${name} should be a port from 0 to 65535, but is "${text}".`)
}

/** Somebody may still take it before it is used, but then whoever uses it says so as well as it can. */
async function checkFree(name: string, port: number): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  } catch (error) {
    const why = Object(error).code === 'EACCES' ? 'is not for this user to take' : 'is taken'
    throw new StartFault(`${name} ${port} ${why}. Choose another, or leave it out.`)
  }
  await new Promise((resolve) => server.close(resolve))
}
