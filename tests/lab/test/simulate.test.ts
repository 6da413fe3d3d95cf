import { describe, expect, it } from 'vitest'
import { type Outcome, simulate } from '../simulate/outcome.ts'
import { scheduleRequests } from '../simulate/schedule.ts'
import { subjects } from '../simulate/subjects.ts'

const requests = scheduleRequests()
const play = (name: string, placement: 'placed' | 'everywhere'): Outcome => {
  const subject = subjects.find((each) => each.name === name)
  if (subject === undefined) throw new Error(`There is no ${name}`)
  return simulate(subject, { placement, callMs: 100 }, requests)
}

describe.each(['placed', 'everywhere'] as const)('a fleet %s, 10,000 requests a second', (placement) => {
  it('and the gate: 20 a second at the most, and every light backend has its share', () => {
    const { most, throttled, light } = play('the gate', placement)
    expect({ most, throttled }).toStrictEqual({ most: 20, throttled: 0 })
    expect(light.least).toBeGreaterThan(0.95)
  })

  it.each(['fixed window', 'token bucket', 'GCRA', 'exact sliding log'])('and a %s: more than 20', (name) => {
    expect(play(name, placement).most).toBeGreaterThan(20)
  })
})

it('is the same every time', () => {
  expect(play('the gate', 'placed')).toStrictEqual(play('the gate', 'placed'))
})
