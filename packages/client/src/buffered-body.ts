/** What can be read of a request or a response. */
interface Readers {
  readonly body: unknown
  readonly bodyUsed: boolean
  text(): Promise<string>
  json(): Promise<unknown>
  arrayBuffer(): Promise<ArrayBuffer>
  bytes(): Promise<Uint8Array>
  blob(): Promise<unknown>
  clone(): unknown
}

/**
 * Lets instances of a class be read as often as middleware likes, from a text that is kept apart from them. Not written as
 * methods of the class, because runtimes' declarations don't agree on what they would override.
 */
export function bufferBody<Instance extends object>(
  prototype: Instance,
  textOf: (instance: Instance) => string,
  clone: (instance: Instance) => Instance,
): void {
  const readers: Readers & ThisType<Instance> = {
    get body() {
      return new Response(textOf(this)).body
    },
    get bodyUsed() {
      return false
    },
    async text() {
      return textOf(this)
    },
    // Parsed each time: what one reader changes, no other may see.
    async json() {
      return JSON.parse(textOf(this))
    },
    arrayBuffer() {
      return new Response(textOf(this)).arrayBuffer()
    },
    async bytes() {
      return new Uint8Array(await new Response(textOf(this)).arrayBuffer())
    },
    blob() {
      return new Response(textOf(this)).blob()
    },
    clone() {
      return clone(this)
    },
  }
  Object.defineProperties(prototype, Object.getOwnPropertyDescriptors(readers))
}
