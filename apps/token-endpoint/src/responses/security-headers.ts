import type { secureHeaders } from 'hono/secure-headers'

/**
 * The headers that an API needs: HSTS, and no sniffing of types, so that no browser shows JSON as a page. The others of
 * hono/secure-headers are for pages, which set a Content-Security-Policy of their own.
 */
export const securityHeaders: Parameters<typeof secureHeaders>[0] = {
  strictTransportSecurity: 'max-age=31536000',
  xContentTypeOptions: true,
  crossOriginEmbedderPolicy: false,
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xFrameOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
}
