import { validateParameters } from '@tc3-edge/faceid/validate'

/** Whether the upstream call has a parameter of this name. */
export function isParameter(name: string): boolean {
  return !validateParameters('ApplySdkVerificationToken', { [name]: undefined }).some(({ rule }) => rule === 'unknown')
}
