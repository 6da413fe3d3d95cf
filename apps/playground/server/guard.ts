import type { MiddlewareHandler } from 'hono'

const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"

/**
 * Keeps other pages of the same browser away from credentials and state: rejects foreign host names that resolve to loopback,
 * cross-site requests, and changes without a JSON Content-Type, which a foreign page can't send.
 */
export const guard: MiddlewareHandler = async (c, next) => {
  const { hostname } = new URL(`http://${c.req.header('Host') ?? ''}`)
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return c.text('Open this page as http://127.0.0.1.', 421)
  const own = c.req.path.startsWith('/api/')
  const site = c.req.header('Sec-Fetch-Site') ?? 'none'
  if (own && site !== 'same-origin' && site !== 'none') {
    return c.text("Only the playground's own page may send this.", 403)
  }
  const changes = own && c.req.method !== 'GET'
  if (changes && !/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) {
    return c.text('Send it with Content-Type: application/json.', 415)
  }
  await next()
  // Responses of the endpoint are forwarded unchanged.
  if (c.res.headers.has('X-Content-Type-Options')) return
  c.header('Cache-Control', 'no-store')
  c.header('Content-Security-Policy', POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'no-referrer')
}
