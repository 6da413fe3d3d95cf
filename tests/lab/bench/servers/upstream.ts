// A server that reads each request to its end and sends a response like the API's, with as little work as possible.
import { createServer } from 'node:http'
import { listen } from '@tc3-edge/test-support/listen'

const answer = JSON.stringify({
  Response: { SdkToken: 'A3E1C2D4-0000-4000-8000-000000000000', RequestId: '0e4a6d1c-0000-4000-8000-000000000000' },
})

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': answer.length }).end(answer)
  })
})
console.log(`upstream at ${await listen(server)}`)
