/** What the runtime's own messages begin with, and the word for each: a message may name a host, or quote something. */
const messages: Readonly<Record<string, string>> = {
  'Network connection lost': 'connection-lost',
  'DNS lookup failed': 'no-such-host',
  'TLS peer': 'certificate',
}

/** Its name, its code if it has one, and in fixed words what the platform says of an object or a host that failed. */
export function kindOf(error: Error): string {
  const { code, ...flags } = Object(error)
  const words = ['overloaded', 'durableObjectReset', 'retryable'].filter((flag) => flags[flag] === true)
  const known = Object.keys(messages).find((start) => error.message.startsWith(start))
  if (known !== undefined) words.unshift(messages[known] ?? '')
  if (typeof code === 'string' && /^[\w.-]{1,40}$/.test(code)) words.unshift(code)
  return [error.name, ...words].join(' ')
}
