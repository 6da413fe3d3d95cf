import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

const AUDIENCE = 'token-endpoint'

export interface DevelopmentIssuer {
  readonly settings: { readonly ISSUERS: string }
  /** The `iss` of its JWTs. */
  readonly issuer: string
  /** The `aud` of its JWTs. */
  readonly audience: string
  readonly jwksUrl: string
  /** A JWT for an app user, good for an hour unless `claims` say otherwise. */
  readonly jwtFor: (subject: string, claims?: JWTPayload, header?: { readonly typ?: string }) => Promise<string>
  /** Signs with a new key from now on; the old one is gone from the key set. */
  readonly rotate: () => Promise<void>
  readonly server: Server
  readonly close: () => Promise<void>
}

/** An issuer of JWTs on loopback, with a key that exists for this run alone. */
export async function startDevelopmentIssuer(port = 0): Promise<DevelopmentIssuer> {
  let generation = 0
  let pair = await generateKeyPair('ES256')
  const keySet = async () => ({
    keys: [{ ...(await exportJWK(pair.publicKey)), kid: `key-${generation}`, alg: 'ES256', use: 'sig' }],
  })
  const server = createServer(async (_, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(await keySet()))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`
  const jwksUrl = `${url}/jwks.json`
  return {
    settings: { ISSUERS: JSON.stringify({ [url]: { jwksUrl, audience: AUDIENCE } }) },
    issuer: url,
    audience: AUDIENCE,
    jwksUrl,
    jwtFor: (subject, claims = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1_000)
      return new SignJWT({ iss: url, aud: AUDIENCE, sub: subject, iat: now, exp: now + 3_600, ...claims })
        .setProtectedHeader({ ...header, alg: 'ES256', kid: `key-${generation}` })
        .sign(pair.privateKey)
    },
    rotate: async () => {
      pair = await generateKeyPair('ES256')
      generation++
    },
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
