import { connect } from 'node:net'

/** How many responses a server on loopback gives in a second to one request, sent again and again over some connections. */
export async function responsesPerSecond(
  url: string,
  request: Buffer,
  connections: number,
  ms: number,
): Promise<number> {
  const startedAt = performance.now()
  const inTime = () => performance.now() - startedAt < ms
  let responses = 0
  const lane = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', noDelay: true })
      socket.once('connect', () => socket.write(request))
      socket.on('data', (chunk) => {
        if (chunk.includes('"Error"')) reject(new Error(`${url} answered ${chunk}`))
        // The last field of a response.
        if (!chunk.includes('"RequestId"')) return
        if (inTime()) {
          responses++
          socket.write(request)
        } else socket.end()
      })
      socket.once('error', reject).once('close', () => resolve())
    })
  await Promise.all(Array.from({ length: connections }, lane))
  return (1_000 * responses) / ms
}
