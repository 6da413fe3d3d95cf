import type { Json } from './spec-document.ts'

/** The document itself as a module. */
export function specModule(name: string, spec: Json): string {
  return `
export const ${name} = ${JSON.stringify(spec, null, 2)}
`
}
