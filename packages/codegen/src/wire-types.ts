import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { array, isObject, type Json, mapObjects, object, resolve } from './spec-document.ts'

interface WireTypesOptions {
  /** Wraps the type of every response with status 200, by the name of a generic type. */
  readonly responsesIn?: string
}

/** The types of everything on the wire, by openapi-typescript. */
export async function wireTypes(spec: Json, { responsesIn }: WireTypesOptions = {}): Promise<string> {
  const nodes = await openapiTS(JSON.stringify(mapObjects(spec, (node) => withOpenEnum(withoutConditions(node)))), {
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
    silent: true,
    postTransform: (type, { path }) =>
      responsesIn !== undefined && path?.endsWith('/responses/200/content/application~1json')
        ? ts.factory.createTypeReferenceNode(responsesIn, [type])
        : undefined,
  })
  // `"a" | string` is `string` to an editor; `"a" | (string & {})` is the same type, and completes "a".
  return `\n${astToString(nodes).replaceAll('" | string', '" | (string & {})')}`
}

/**
 * As `wireTypes`, for plain openapi-fetch with the signer's `fetch`: operations ask for no header that signing sets, and in
 * responses a text with known values is a `string`.
 */
export async function clientTypes(spec: Json): Promise<string> {
  const types = await wireTypes(withoutSigningHeaders(spec), { responsesIn: 'PlainText' })
  return `
/**
 * A response in which every text with known values is a plain \`string\`. openapi-fetch takes \`'a' | (string & {})\` for an
 * object, and what it makes of that fits no \`string\`.
 */
type PlainText<Value> = Value extends string
  ? string extends Value
    ? string
    : Value
  : Value extends (infer Item)[]
    ? PlainText<Item>[]
    : Value extends object
      ? { [Name in keyof Value]: PlainText<Value[Name]> }
      : Value
${types}`
}

/** What signing sets is not the caller's to give. */
const SET_BY_SIGNING = /^(Authorization|Host|X-TC-(Timestamp|Token|Content-SHA256))$/i

function withoutSigningHeaders(spec: Json): Json {
  const isCallers = (parameter: unknown) => {
    const { in: place, name } = resolve(spec, parameter, 'parameters')
    return place !== 'header' || !SET_BY_SIGNING.test(String(name))
  }
  const paths = Object.entries(object(spec.paths, 'paths')).map(([path, item]) => {
    const post = object(Object(item).post, `paths[${path}].post`)
    const parameters = array(post.parameters ?? [], `paths[${path}].post.parameters`).filter(isCallers)
    return [path, { ...Object(item), post: { ...post, parameters } }]
  })
  const { parameters = {}, ...components } = object(spec.components, 'components')
  const shared = Object.entries(object(parameters, 'components.parameters')).filter(([, one]) => isCallers(one))
  return {
    ...spec,
    paths: Object.fromEntries(paths),
    components: { ...components, parameters: Object.fromEntries(shared) },
  }
}

/** Types of their own for named schemas. `components` has to be in scope. */
export function namedTypes(schemas: readonly string[]): string {
  return schemas.map((name) => `export type ${name} = components['schemas']['${name}']\n`).join('')
}

/** A new value of Tencent's (a card code, a region) must not need a release of ours: the strings of an enum are hints. */
function withOpenEnum(node: Json): Json {
  const { type, enum: values = node['x-known-values'], ...schema } = node
  const types = [type].flat()
  if (!types.includes('string') || !Array.isArray(values)) return node
  const known = values.filter((value) => value !== null).map((value) => ({ const: value }))
  return { ...schema, anyOf: [...known, ...types.map((one) => ({ type: one }))] }
}

/** Conditional rules can't be said in a readable type; validators hold them. Left in, they turn into `& unknown`. */
function withoutConditions(node: Json): Json {
  const { allOf, ...schema } = node
  const areRules = Array.isArray(allOf) && allOf.every((part) => isObject(part) && 'if' in part)
  return areRules ? schema : node
}
