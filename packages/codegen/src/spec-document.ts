import { readFile } from 'node:fs/promises'
import { bundleFromString, createConfig } from '@redocly/openapi-core'
import { parse } from 'yaml'

/** A JSON object of which nothing is known yet. */
export type Json = { readonly [key: string]: unknown }

/** Reads an OpenAPI document from a YAML file. */
export async function readSpec(path: string): Promise<Json> {
  return object(parse(await readFile(path, 'utf8')), path)
}

/** A document with what it refers to in other files, which are found from its own path. */
export async function bundled(document: Json, path: string): Promise<Json> {
  const source = JSON.stringify(document)
  const { bundle, problems } = await bundleFromString({ source, absoluteRef: path, config: await createConfig({}) })
  const [problem] = problems
  if (problem !== undefined) throw new Error(`${path}: ${problem.message}`)
  return object(bundle.parsed, path)
}

/** The value as an object, or an error that names its place. */
export function object(value: unknown, where: string): Json {
  if (isObject(value)) return value
  throw new Error(`${where} should be an object, but is ${JSON.stringify(value)}`)
}

/** The value as a string, or an error that names its place. */
export function string(value: unknown, where: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new Error(`${where} should be a text, but is ${JSON.stringify(value)}`)
}

/** The value as an array, or an error that names its place. */
export function array(value: unknown, where: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Error(`${where} should be a list, but is ${JSON.stringify(value)}`)
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A document with each of its objects changed, from the innermost to the outermost. */
export function mapObjects(value: unknown, change: (node: Json) => Json): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (!isObject(value)) return value
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)])))
}

/** What a `$ref` into the same document points at; anything else as it is. */
export function resolve(spec: Json, value: unknown, where: string): Json {
  const node = object(value, where)
  if (!('$ref' in node)) return node
  const ref = string(node.$ref, `${where}.$ref`)
  if (!ref.startsWith('#/')) throw new Error(`${where}: the reference ${ref} leaves the document`)
  const keys = ref
    .slice(2)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  const target = keys.reduce<unknown>((at, key) => (isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), spec)
  if (target === undefined) throw new Error(`${where}: ${ref} is not in the document`)
  return resolve(spec, target, ref)
}

/** As `resolve`, with what is beside the reference (a description, a default): it takes precedence over the target's own. */
export function resolveWithSiblings(spec: Json, value: unknown, where: string): Json {
  const { $ref: _, ...siblings } = object(value, where)
  return { ...resolve(spec, value, where), ...siblings }
}
