import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import type { Operation } from './operations.ts'
import { isObject, type Json } from './spec-document.ts'
import { wordsFor } from './words.ts'

/**
 * Validators of request parameters, compiled ahead of time so that nothing needs `eval`, and the words that their
 * messages are made of.
 */
export function validators(spec: Json, operations: readonly Operation[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    code: { source: true, esm: true, lines: true },
    messages: false,
    // The schemas stand inside an OpenAPI document, which is more than JSON Schema.
    strict: false,
  })
  ajv.addSchema({ $id: 'spec', components: withoutAnnotations(spec.components) })
  for (const { action, request } of operations) {
    ajv.addSchema({ $id: action, $ref: `spec#/components/schemas/${request}` })
  }
  // With a word before it, an action may be called like something that the compiled code needs.
  const names = operations.map(({ action }) => [action, `validate${action}`] as const)
  const compiled = standaloneCode.default(ajv, Object.fromEntries(names.map(([action, name]) => [name, action])))
  const words = Object.fromEntries(operations.map(({ action, request }) => [action, wordsFor(spec, request)]))
  return `// @ts-nocheck: compiled by Ajv; \`../validate.ts\` gives it its types.
import { codePointLength } from '../code-point-length.ts'

${asModule(compiled)}
export const validators: unknown = { ${names.map((pair) => pair.join(': ')).join(', ')} }

export const words: unknown = ${JSON.stringify(words, null, 2)}
`
}

/** Ajv's helper for the length of a text is CommonJS; ours stands in for it. */
function asModule(compiled: string): string {
  const code = compiled
    .replace('"use strict";\n', '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePointLength')
    .replaceAll(/^export const (\w+) = /gm, 'const $1 = ')
  if (code.includes('require(')) throw new Error('The compiled validators need a helper of Ajv that has no stand-in')
  return code
}

const annotation = /^(description|default|examples|deprecated|x-.+)$/

function withoutAnnotations(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutAnnotations)
  if (!isObject(node)) return node
  const entries = Object.entries(node).filter(([key, value]) => !(annotation.test(key) && !isObject(value)))
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutAnnotations(value)]))
}
