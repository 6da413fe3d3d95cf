/** The port that an environment variable asks for, 0 (any free one) where it asks for none. */
export function portFrom(name: string): number {
  const text = process.env[name]
  if (text === undefined || text === '') return 0
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  console.error(`${name} should be a port from 0 to 65535, but is "${text}".`)
  process.exit(1)
}
