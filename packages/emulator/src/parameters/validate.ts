import type { OutputUnit } from '@cfworker/json-schema'
import { ApiError } from '../api-error.ts'
import type { JsonObject } from '../json.ts'
import type { Operation } from '../spec/operation.ts'
import { explain, instancePath } from './explain.ts'

/** Keywords that only say that something inside them is wrong. */
const containers = new Set(['$ref', 'allOf', 'anyOf', 'oneOf', 'if', 'properties', 'items', 'prefixItems', 'false'])

/** The first of these that a violation belongs to is the error. */
const order = ['UnknownParameter', 'InvalidParameter', 'MissingParameter', 'InvalidParameterValue']

/**
 * Checks parameters against the schema of their operation.
 *
 * @param unknownParameters whether parameters that the schema does not know are let through.
 * @throws {ApiError} UnknownParameter, InvalidParameter (type), MissingParameter, InvalidParameterValue
 */
export function checkParameters(parameters: JsonObject, operation: Operation, unknownParameters: boolean): void {
  const errors = violations(parameters, operation)
    .filter(({ keyword }) => !containers.has(keyword))
    .map((unit) => ({ unit, code: codeOf(unit) }))
    .filter(({ code }) => !(unknownParameters && code === 'UnknownParameter'))
    .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
  const first = errors[0]
  if (!first) return
  throw new ApiError(first.code, subjectOf(first.unit, first.code), explain(first.unit, parameters, operation))
}

function violations(parameters: JsonObject, operation: Operation): OutputUnit[] {
  try {
    return operation.validate(parameters)
  } catch (error) {
    // JSON can spell half a surrogate pair; the validator can't put such a name into a location.
    if (error instanceof URIError) throw new ApiError('InvalidParameter', 'a name that is not Unicode text')
    // The validator follows a schema that holds itself as deep as the parameters go.
    if (error instanceof RangeError) throw new ApiError('InvalidParameter', 'parameters that are nested too deep')
    throw error
  }
}

function codeOf({ keyword }: OutputUnit): string {
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') return 'UnknownParameter'
  if (keyword === 'required' || keyword === 'dependentRequired') return 'MissingParameter'
  return keyword === 'type' ? 'InvalidParameter' : 'InvalidParameterValue'
}

/** The validator names the property only in its text, between quotes that the name itself may hold, too. */
const named = /^(?:Property|Instance does not have required property|Instance has ".*" but does not have) "(.*)"/s

function subjectOf(unit: OutputUnit, code: string): string {
  const path = instancePath(unit.instanceLocation)
  const name = code === 'UnknownParameter' || code === 'MissingParameter' ? named.exec(unit.error)?.[1] : undefined
  return [...path, ...(name === undefined ? [] : [name])].join('.') || 'the parameters'
}
