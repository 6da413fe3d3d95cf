import { afterEach, expect, test, vi } from 'vitest'
import { fromEnv } from '../src/index.ts'

const both = { TENCENTCLOUD_SECRET_ID: 'AKIDEXAMPLE', TENCENTCLOUD_SECRET_KEY: 'secretEXAMPLE' }
const none = { TENCENTCLOUD_SECRET_ID: '', TENCENTCLOUD_SECRET_KEY: '', TENCENTCLOUD_SESSION_TOKEN: '' }

afterEach(() => {
  vi.unstubAllEnvs()
})

function inProcess(env: Record<string, string>): void {
  for (const [name, value] of Object.entries({ ...none, ...env })) vi.stubEnv(name, value)
}

test('reads the environment of the process', () => {
  inProcess(both)
  expect(fromEnv()).toEqual({ secretId: 'AKIDEXAMPLE', secretKey: 'secretEXAMPLE', token: undefined })
  inProcess({ ...both, TENCENTCLOUD_SESSION_TOKEN: 'tokenEXAMPLE' })
  expect(fromEnv().token).toBe('tokenEXAMPLE')
})

test('reads what it is given instead, like the env of a Worker', () => {
  inProcess({})
  expect(fromEnv({ ...both, QUOTA: 20 })).toEqual({
    secretId: 'AKIDEXAMPLE',
    secretKey: 'secretEXAMPLE',
    token: undefined,
  })
})

test.each([
  [{}, 'TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY'],
  [{ TENCENTCLOUD_SECRET_KEY: 'secretEXAMPLE' }, 'TENCENTCLOUD_SECRET_ID'],
  [{ TENCENTCLOUD_SECRET_ID: 'AKIDEXAMPLE' }, 'TENCENTCLOUD_SECRET_KEY'],
  [{ ...both, TENCENTCLOUD_SECRET_KEY: '' }, 'TENCENTCLOUD_SECRET_KEY'],
])('names what is missing (%#)', (env, names) => {
  inProcess(env)
  const message = `missing in the environment: ${names}`
  expect(() => fromEnv()).toThrow(new Error(message))
  expect(() => fromEnv(env)).toThrow(new Error(message))
})

test('says the same where there is no process', () => {
  const { process } = globalThis
  let thrown: unknown
  try {
    Reflect.set(globalThis, 'process', undefined)
    fromEnv()
  } catch (error) {
    thrown = error
  } finally {
    Reflect.set(globalThis, 'process', process)
  }
  expect(String(thrown)).toBe('Error: missing in the environment: TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY')
})
