import openapiTS, { astToString, type SchemaObject } from 'openapi-typescript'
import ts from 'typescript'
import type { Json } from './spec-document.ts'

/** The types of everything on the wire, by openapi-typescript. `rootTypes`: each schema has a name of its own, too. */
export async function wireTypes(spec: Json, { rootTypes = false } = {}): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(withoutConditions(spec)), {
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
    transform: openStringEnum,
    rootTypes,
    rootTypesNoSchemaPrefix: true,
    silent: true,
  })
  return `\n${astToString(nodes)}`
}

/** A new value of Tencent's (a card code, a region) must not need a release of ours: string enums stay open. */
function openStringEnum(schema: SchemaObject): ts.TypeNode | undefined {
  if (schema.type !== 'string' || !Array.isArray(schema.enum)) return undefined
  const known = schema.enum.map((value) =>
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(String(value))),
  )
  const any = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ])
  return ts.factory.createUnionTypeNode([...known, ts.factory.createParenthesizedType(any)])
}

/** Conditional rules can't be said in a readable type; validators hold them. Left in, they turn into `& unknown`. */
function withoutConditions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutConditions)
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node)
    .filter(([key, value]) => !(key === 'allOf' && Array.isArray(value) && value.every(isCondition)))
    .map(([key, value]) => [key, withoutConditions(value)] as const)
  return Object.fromEntries(entries)
}

function isCondition(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'if' in schema
}
