const userAgent = typeof navigator === 'undefined' ? '' : navigator.userAgent

/** True in pages and their workers: every browser's user agent begins with `Mozilla/`, and no server runtime's does. */
export const isBrowser: boolean = /^Mozilla/.test(userAgent)

/** True on Workers, where a promise made for one request may never settle for another. */
export const isolatesRequests: boolean = userAgent === 'Cloudflare-Workers'
