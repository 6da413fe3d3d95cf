import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** How long a GET takes, in milliseconds, over a connection that is kept. Throws where the answer is another. */
export function timedGet(url: string, expected?: string): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        const fine = response.statusCode === 200 && (expected === undefined || text === expected)
        if (fine) resolve(performance.now() - startedAt)
        else reject(new Error(`${url} answered ${response.statusCode} ${text}`))
      })
    })
    sent.on('error', reject).end()
  })
}
