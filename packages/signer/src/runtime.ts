/** A global by name, or undefined: no runtime has all of those we ask for, and our types know none of them. */
export function peek(name: string, of: unknown = globalThis): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}

function userAgent(): string {
  return String(peek('userAgent', peek('navigator')))
}

/** True in pages, and in workers of pages: every browser's user agent begins with `Mozilla/`, no server runtime's does. */
export function isBrowser(): boolean {
  return (peek('window') !== undefined && peek('document') !== undefined) || userAgent().startsWith('Mozilla/')
}

/** True where a promise made for one request may never settle for another: Workers, and Vercel Edge which runs on them. */
export function isolatesRequests(): boolean {
  return userAgent() === 'Cloudflare-Workers' || peek('EdgeRuntime') !== undefined
}
