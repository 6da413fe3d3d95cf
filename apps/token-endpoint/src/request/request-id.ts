/** The caller's own name for its request, if it is one that may stand in logs; a fresh one otherwise. */
export function requestIdOf(header: string | undefined): string {
  return header !== undefined && /^[\w-]{8,64}$/.test(header) ? header : crypto.randomUUID()
}
