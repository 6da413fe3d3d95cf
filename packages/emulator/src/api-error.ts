/** A request that the API answers with an error: the documented code and what it is about. */
export class ApiError extends Error {
  readonly code: string
  /** The header, parameter or value that the answer names; undefined where it is about none. */
  readonly subject: string | undefined
  /** What only an emulator says: how to put it right. Never holds a secret. */
  readonly hint: string

  constructor(code: string, subject?: string, hint = '') {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.subject = subject
    this.hint = hint
  }
}
