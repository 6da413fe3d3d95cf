/** What a host can do with the connection that a request came by; a Response can't express it. */
export interface Connection {
  /** The request target as it came over the wire. */
  target?: string
  /** Breaks the connection at once. */
  reset: () => Promise<Response>
  /** Leaves the connection open and says nothing. */
  hang: () => Promise<Response>
}

/** Without a socket: what `fetch` shows of a connection that breaks, or never answers. */
export const inProcess: Connection = {
  reset: () => {
    const cause = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
    return Promise.reject(new TypeError('fetch failed', { cause }))
  },
  hang: () => new Promise(() => {}),
}
