import type { secureHeaders } from 'hono/secure-headers'

/**
 * What an API needs: HTTPS from now on, and no guessing of types, so that no browser takes JSON for a page. The others of
 * hono/secure-headers are for pages, which have a Content-Security-Policy of their own.
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
