import type { Json } from './spec-document.ts'

/** The document itself as a module, for whoever validates by it. */
export function specModule(spec: Json): string {
  return `
export const spec: unknown = ${JSON.stringify(spec, null, 2)}
`
}
