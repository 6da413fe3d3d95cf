/**
 * Blacks out what stands behind the name of a secret, in JSON (escaped or not), in headers and in queries.
 *
 * @param names of fields, besides the headers that always hold secrets.
 */
export function redact(text: string, names: readonly string[]): string {
  const secrets = ['Authorization', 'X-TC-Token', ...names].join('|')
  return text.replace(new RegExp(`((${secrets})[\\\\"' ]*[:=][\\\\"' ]*)[^\\\\"'\\n<]+`, 'gi'), '$1[redacted]')
}
