import type { OutputUnit } from '@cfworker/json-schema'
import { ApiError } from '../api-error.ts'
import type { JsonObject } from '../spec/json.ts'
import type { Operation } from '../spec/operation.ts'

/** Keywords that only say that something inside them is wrong. */
const containers = new Set(['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'properties', 'items', 'prefixItems', 'false'])

/** The first of these that a violation belongs to is the answer. */
const order = ['UnknownParameter', 'InvalidParameter', 'MissingParameter', 'InvalidParameterValue']

/**
 * Checks parameters against the schema of their operation.
 *
 * @throws {ApiError} UnknownParameter, InvalidParameter (type), MissingParameter, InvalidParameterValue
 */
export function checkParameters(parameters: JsonObject, operation: Operation): void {
  const refusals = violations(parameters, operation)
    .filter((error) => !containers.has(error.keyword))
    .map(refusalOf)
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
  if (refusals[0]) throw refusals[0]
}

function violations(parameters: JsonObject, operation: Operation): OutputUnit[] {
  try {
    return operation.validator.validate(parameters).errors
  } catch (error) {
    // JSON can spell half a surrogate pair; the validator can't put such a name into a location.
    if (error instanceof URIError) throw new ApiError('InvalidParameter', 'a name that is not Unicode text')
    // The validator follows a schema that holds itself as deep as the parameters go.
    if (error instanceof RangeError) throw new ApiError('InvalidParameter', 'parameters that are nested too deep')
    throw error
  }
}

function refusalOf(error: OutputUnit): ApiError {
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties') {
    return new ApiError('UnknownParameter', nameIn(error))
  }
  if (error.keyword === 'required' || error.keyword === 'dependentRequired') {
    return new ApiError('MissingParameter', nameIn(error))
  }
  const code = error.keyword === 'type' ? 'InvalidParameter' : 'InvalidParameterValue'
  return new ApiError(code, pathOf(error.instanceLocation) || 'the parameters')
}

/** The validator names the property only in its text, between quotes that the name itself may hold, too. */
const named = /^(?:Property|Instance does not have required property|Instance has ".*" but does not have) "(.*)"/s

function nameIn(error: OutputUnit): string {
  const name = named.exec(error.error)?.[1] ?? ''
  const path = pathOf(error.instanceLocation)
  return path === '' ? name : `${path}.${name}`
}

/** `#/Filters/0/Name` as Tencent writes it: `Filters.0.Name`. */
function pathOf(location: string): string {
  return location
    .split('/')
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}
