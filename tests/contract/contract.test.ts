import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Run, runEverywhere } from './runners/everywhere.ts'
import { table } from './runners/table.ts'
import { runtimes } from './runtimes.ts'
import { testsFor } from './suite/suite.ts'
import { tests } from './suite/tests.ts'

const runs = runEverywhere(runtimes, inject('packed').folder)

afterAll(async () => {
  console.log(`\n${table(await Promise.all(runs.values()))}\n`)
})

describe.each(runtimes)('$name', (runtime) => {
  let run: Run | undefined
  beforeAll(async () => {
    run = await runs.get(runtime)
  })
  // Not in a hook: there a failure would count as nothing.
  const report = () => run?.outcome?.report ?? expect.fail(`${runtime.name} did not run the suite`)

  it('runs the suite to its end', () => {
    if (!run || run.error) throw run?.error
  })

  it('lacks what the table says, and nothing else', () => {
    expect([...report().lacking].sort()).toEqual([...runtime.lacks].sort())
  })

  it.each(testsFor(tests, runtime.lacks))('$name', ({ name }) => {
    const result = report().results.find((one) => one.name === name)
    if (!result) throw new Error('it did not run')
    if (result.error !== undefined) throw new Error(result.error)
  })
})

it('no two tests have the same name', () => {
  expect(new Set(tests.map(({ name }) => name)).size).toBe(tests.length)
})
