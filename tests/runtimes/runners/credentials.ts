/** What the emulators of this suite accept. They open nothing else. */
export const longTerm = { secretId: 'AKID-suite-long-term', secretKey: 'suite-long-term-key' } as const
export const temporary = {
  secretId: 'AKID-suite-temporary',
  secretKey: 'suite-temporary-key',
  token: 'suite-session-token',
} as const
