// A road of uneven length, as a program: `node slow-road.ts <port of the upstream> <most milliseconds>` passes connections on
// and holds each request 0 to that many milliseconds, so that requests overtake each other before anybody counts them.
import { connect, createServer, type Socket } from 'node:net'

const [upstreamPort = 0, mostMs = 0] = process.argv.slice(2).map(Number)

const server = createServer({ allowHalfOpen: true }, (near) => {
  const far = connect(upstreamPort, '127.0.0.1')
  near.setNoDelay(true)
  far.setNoDelay(true)
  near.on('error', () => far.resetAndDestroy())
  far.on('error', () => near.resetAndDestroy())
  holdRequests(near, far)
  far.pipe(near)
})

/** One request is under way on a connection at a time: what comes while one is held belongs to it. */
function holdRequests(from: Socket, to: Socket): void {
  let held: Buffer[] | undefined
  const pass = () => {
    if (held !== undefined && to.writable) to.write(Buffer.concat(held))
    held = undefined
    if (from.readableEnded) to.end()
  }
  from.on('data', (chunk) => {
    if (held !== undefined) return void held.push(chunk)
    held = [chunk]
    setTimeout(pass, Math.random() * mostMs)
  })
  from.on('end', () => held ?? to.end())
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) console.log(`slow road at http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
