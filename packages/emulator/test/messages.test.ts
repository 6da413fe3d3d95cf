import { describe, expect, it } from 'vitest'
import { createEmulator } from '../src/index.ts'
import { answerTo, codeOf } from './support/caller.ts'

const { fetch } = createEmulator({ requestsPerSecond: 'unlimited' })

async function messageFor(parameters: object): Promise<string> {
  return (await answerTo(fetch, parameters)).Error?.Message ?? ''
}

describe('a message says which value breaks which rule, and why there is one', () => {
  it.each([
    [{ CheckMode: 4 }, 'This value is not allowed: CheckMode. It is 4. It may be 1, 2 or 3.'],
    [{ CheckMode: '1' }, 'Wrong format or type: CheckMode. It is "1". It should be integer.'],
    [{ Extra: 'x'.repeat(1025) }, 'Extra. It has 1025 characters; at most 1024 are allowed.'],
    [{ ActionList: 'smile' }, 'ActionList. It is "smile". It should be "blink", "mouth", "nod" or "shake", or two'],
    [{ CheckMode: 2 }, 'CompareImage. CheckMode 2 compares with a photo, so it needs one.'],
    [{ ActionList: 'nod', SecurityLevel: 1 }, 'It is 1. It may be 2 or 4. ActionList needs liveness detection'],
    [{ checkMode: 1 }, 'There is no such parameter: checkMode. There is: CheckMode, SecurityLevel,'],
  ])('%j', async (parameters, message) => {
    expect(await messageFor(parameters)).toContain(message)
  })

  it('and never shows a secret', async () => {
    const message = await messageFor({ CheckMode: 2, CompareImage: 'data:image/png;base64,secret-face' })
    expect(message).toContain('CompareImage. It should be Base64')
    expect(message).not.toContain('secret-face')
  })
})

describe('parameters that the description does not know', () => {
  it('are let through by option, and other faults are not', async () => {
    const lenient = createEmulator({ unknownParameters: true })
    expect(await codeOf(lenient.fetch, { NewOne: 1, CheckMode: 1 })).toBe('ok')
    expect(await codeOf(lenient.fetch, { NewOne: 1, CheckMode: 9 })).toBe('InvalidParameterValue')
  })
})
