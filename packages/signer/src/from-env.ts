import type { Credentials } from './types.ts'

/**
 * Reads credentials from `TENCENTCLOUD_SECRET_ID`, `TENCENTCLOUD_SECRET_KEY` and, where set,
 * `TENCENTCLOUD_SESSION_TOKEN`, the names that Tencent Cloud's own tools use.
 *
 * @param env where to look, for example the `env` of a Worker. Default: the environment of the process in Node.js, Deno
 *   and Bun.
 * @throws Error that names the variables which are missing or empty.
 */
export function fromEnv(env?: object): Credentials {
  const read = env ? (name: string) => text(peek(name, env)) : readProcess
  const secretId = read('TENCENTCLOUD_SECRET_ID')
  const secretKey = read('TENCENTCLOUD_SECRET_KEY')
  if (secretId && secretKey) return { secretId, secretKey, token: read('TENCENTCLOUD_SESSION_TOKEN') }
  const missing = [secretId ? '' : 'TENCENTCLOUD_SECRET_ID', secretKey ? '' : 'TENCENTCLOUD_SECRET_KEY'].filter(Boolean)
  throw new Error(`missing in the environment: ${missing.join(', ')}`)
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined
}

function readProcess(name: string): string | undefined {
  return text(peek(name, peek('env', peek('process', globalThis))))
}

/** A property of what may not be an object, or may be a global that this runtime lacks. */
function peek(name: string, of: unknown): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined
}
