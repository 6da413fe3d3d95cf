import type { SignedHeaders } from '@tc3-edge/signer'
import type { Call } from './call.ts'
import { parseJson } from './received.ts'
import type { Secrets } from './redact.ts'

/** The secrets of a call: of its parameters, and of the headers it was signed with. */
export function secretsOf({ operation, body }: Call, signed?: SignedHeaders): Secrets {
  const names = operation.secrets
  const values: string[] = []
  collectTexts(parseJson(body), names, values)
  if (signed) {
    // It ends in the signature, of which there are 64 digits.
    values.push(signed.authorization.slice(-64), signed['x-tc-token'] ?? '')
  }
  return { names, values }
}

/** Adds the texts under fields of these names, however deep; all texts where no names are given. */
function collectTexts(value: unknown, names: readonly string[] | undefined, texts: string[]): void {
  if (typeof value === 'string') {
    if (names === undefined) texts.push(value)
  } else if (Array.isArray(value)) {
    for (const part of value) collectTexts(part, names, texts)
  } else {
    for (const [name, part] of Object.entries(Object(value))) {
      collectTexts(part, names?.includes(name) ? undefined : names, texts)
    }
  }
}
