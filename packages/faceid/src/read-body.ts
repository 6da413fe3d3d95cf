import type { ReadBody } from './envelope.ts'

/** Answers are a few hundred bytes; what passes this is not one of them. In bytes. */
const MAX_ANSWER_BYTES = 1024 * 1024

/** Reads a body to its end, or up to the limit, and parses it as JSON if it is JSON. */
export async function readBody(response: Response): Promise<ReadBody> {
  const text = await readText(response.body)
  return { text, json: parseJson(text), status: response.status }
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (body === null) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let text = ''
  for (let read = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    read += value.byteLength
    text += decoder.decode(value, { stream: true })
    if (read > MAX_ANSWER_BYTES) {
      await reader.cancel()
      return text
    }
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
