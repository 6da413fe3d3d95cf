// A TCP proxy as a program: `node delay-proxy.ts <port of the upstream> <most milliseconds>` holds each request 0 to that many
// milliseconds, so that requests overtake each other on their way. A line `cut <ms>` on standard input holds
// everything both ways for so long; `stall <ms>` holds requests alone. What has been sent is delivered afterwards in its
// order, whether or not the sender is still there: as TCP does with what was sent before an abort.
import { connect, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { listen } from './listen.ts'

const [upstreamPort = 0, maxMs = 0] = process.argv.slice(2).map(Number)
let requestsHeldUntil = 0
let responsesHeldUntil = 0

const server = createServer({ allowHalfOpen: true }, (near) => {
  const far = connect({ port: upstreamPort, host: '127.0.0.1', allowHalfOpen: true })
  for (const socket of [near, far]) socket.setNoDelay(true)
  forward(
    near,
    far,
    () => Math.random() * maxMs,
    () => requestsHeldUntil,
  )
  forward(
    far,
    near,
    () => 0,
    () => responsesHeldUntil,
  )
})

/** One request or response is under way on a connection at a time: what comes while one is held belongs to it. */
function forward(from: Socket, to: Socket, delayMs: () => number, heldUntil: () => number): void {
  let held: Buffer[] | undefined
  let ended = false
  const pass = () => {
    const leftMs = heldUntil() - Date.now()
    if (leftMs > 0) return void setTimeout(pass, leftMs)
    if (held !== undefined && to.writable) to.write(Buffer.concat(held))
    held = undefined
    if (ended) to.end()
  }
  from.on('data', (chunk) => {
    if (held !== undefined) return void held.push(chunk)
    held = [chunk]
    const ms = delayMs()
    if (ms > 0) setTimeout(pass, ms)
    else pass()
  })
  const end = () => {
    ended = true
    if (held === undefined) to.end()
  }
  // After a reset, what was received before it is still delivered.
  from.on('end', end).on('error', end)
}

createInterface(process.stdin).on('line', (line) => {
  const [command, ms] = line.split(' ')
  const until = Date.now() + Number(ms)
  requestsHeldUntil = until
  if (command === 'cut') responsesHeldUntil = until
})
process.once('SIGTERM', () => process.exit(0))
console.log(`delay proxy at ${await listen(server)}`)
