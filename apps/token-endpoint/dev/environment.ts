import { createServer } from 'node:net'
import { type SettingName, settingNames } from '../src/settings/definitions.ts'

/** Why nothing was started, in lines for the developer. */
export class StartupError extends Error {
  override readonly name = 'StartupError'

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'))
  }
}

export type Variables = Readonly<Record<string, string | undefined>>
export type GivenSettings = Readonly<Partial<Record<SettingName, string>>>

const SECRETS = ['TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'] as const

/** Returns the endpoint's settings among these variables. Throws a `StartupError` if they mix an account and the emulator. */
export function readSettings(variables: Variables): GivenSettings {
  const given: GivenSettings = Object.fromEntries(
    settingNames.flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])),
  )
  const issues = accountIssues(given)
  if (issues.length > 0) throw new StartupError(...issues)
  return given
}

/** Whether the secrets of a real account are given. */
export function hasAccount(given: GivenSettings): boolean {
  return SECRETS.every((name) => given[name] !== undefined)
}

/** Whether callers are given. */
export function hasCallers(given: GivenSettings): boolean {
  return given.BACKENDS !== undefined || given.ISSUERS !== undefined
}

/** Whether only app users may call. */
export function hasAppUsersOnly(given: GivenSettings): boolean {
  return given.ISSUERS !== undefined && given.BACKENDS === undefined
}

/** A half-given account must neither be completed with the emulator's credentials nor send a real token to it. */
function accountIssues(given: GivenSettings): string[] {
  if (hasAccount(given)) return []
  const missing = SECRETS.filter((name) => given[name] === undefined)
  if (missing.length === 1) return [`${missing[0]} is missing; set both or neither.`]
  return (['TENCENTCLOUD_SESSION_TOKEN', 'FACEID_ENDPOINT'] as const)
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name} goes with ${SECRETS.join(' and ')}; set these too, or leave it out for the emulator.`)
}

/** The variables that choose a port, with the port that is preferred where they don't. */
export const preferredPorts = { PORT: 8787, EMULATOR_PORT: 8788, PLAYGROUND_PORT: 8789 } as const

export type PortName = keyof typeof preferredPorts

/**
 * Returns the port for each name: the one that its variable sets, or the preferred one, or 0 (any free one) where that
 * is taken. Throws a `StartupError` if a variable sets a port that is not available.
 */
export async function choosePorts(
  variables: Variables,
  preferred: Readonly<Record<PortName, number>> = preferredPorts,
): Promise<Readonly<Record<PortName, number>>> {
  const names = Object.keys(preferredPorts) as PortName[]
  const requested = new Map<PortName, number>()
  for (const name of names) {
    const port = parsePort(name, variables[name])
    if (port === undefined) continue
    const [other] = [...requested].find(([, taken]) => port !== 0 && taken === port) ?? []
    if (other !== undefined) {
      throw new StartupError(`${other} and ${name} are both ${port}. Choose another for one of them.`)
    }
    requested.set(name, port)
  }
  const chosen = async (name: PortName): Promise<number> => {
    const port = requested.get(name)
    const refusal = await whyNotFree(port ?? preferred[name])
    if (refusal === undefined) return port ?? preferred[name]
    if (port === undefined) return 0
    throw new StartupError(`${name} ${port} ${refusal}. Choose another, or leave it out.`)
  }
  return {
    PORT: await chosen('PORT'),
    EMULATOR_PORT: await chosen('EMULATOR_PORT'),
    PLAYGROUND_PORT: await chosen('PLAYGROUND_PORT'),
  }
}

function parsePort(name: PortName, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new StartupError(`${name} should be a port from 0 to 65535, but is "${text}".`)
}

/** A port can still be taken between this check and its use, which reports that then. */
async function whyNotFree(port: number): Promise<string | undefined> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  } catch (error) {
    return Object(error).code === 'EACCES' ? 'needs more rights than this user has' : 'is taken'
  }
  await new Promise((resolve) => server.close(resolve))
  return (await isRefusedByFetch(port)) ? 'is one that browsers refuse to connect to' : undefined
}

/** The Fetch standard names ports of other protocols, such as 6000 of X11, that no request may go to. */
async function isRefusedByFetch(port: number): Promise<boolean> {
  if (port === 0) return false
  // Nothing listens there, so it fails in either case.
  const failure: unknown = await fetch(`http://127.0.0.1:${port}`).catch(({ cause }) => cause)
  return Object(failure).message === 'bad port'
}
