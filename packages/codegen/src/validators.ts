import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { messagesFor } from './messages.ts'
import type { Operation } from './operations.ts'
import { isObject, type Json, mapObjects } from './spec-document.ts'

/** Validators of request parameters, compiled ahead of time so that nothing needs `eval`, and what their messages say. */
export function validators(spec: Json, operations: readonly Operation[]): string {
  const ajv = new Ajv2020({
    allErrors: true,
    code: { source: true, esm: true, lines: true },
    messages: false,
    // The schemas are part of an OpenAPI document, which is more than JSON Schema.
    strict: false,
  })
  ajv.addSchema({ $id: 'spec', components: withoutAnnotations(spec.components) })
  for (const { action, request } of operations) {
    ajv.addSchema({ $id: action, $ref: `spec#/components/schemas/${request}` })
  }
  // With a prefix, an action may be named like something that the compiled code needs.
  const names = operations.map(({ action }) => [action, `validate${action}`] as const)
  const compiled = standaloneCode.default(ajv, Object.fromEntries(names.map(([action, name]) => [name, action])))
  const messages = Object.fromEntries(operations.map(({ action, request }) => [action, messagesFor(spec, request)]))
  return `// @ts-nocheck: compiled by Ajv; \`../validate.ts\` gives it its types.
import { codePointLength } from '../code-point-length.ts'

${asModule(compiled)}
export const validators: unknown = { ${names.map((pair) => pair.join(': ')).join(', ')} }

export const messages: unknown = ${JSON.stringify(messages, null, 2)}
`
}

/** Ajv's helper for the length of a text is CommonJS; ours replaces it. */
function asModule(compiled: string): string {
  const code = compiled
    .replace('"use strict";\n', '')
    .replaceAll('require("ajv/dist/runtime/ucs2length").default', 'codePointLength')
    .replaceAll(/^export const (\w+) = /gm, 'const $1 = ')
  if (code.includes('require(')) throw new Error('The compiled validators need a helper of Ajv that has no replacement')
  return code
}

const annotation = /^(description|default|examples|deprecated|x-.+)$/

/** A property may be named like one: then its value is an object. */
function withoutAnnotations(schemas: unknown): unknown {
  return mapObjects(schemas, (schema) =>
    Object.fromEntries(Object.entries(schema).filter(([key, value]) => isObject(value) || !annotation.test(key))),
  )
}
