import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// wrangler asks for the secrets that wrangler.jsonc names.
process.env.TENCENTCLOUD_SECRET_ID ??= 'secret-id'
process.env.TENCENTCLOUD_SECRET_KEY ??= 'secret-key'
process.env.BINDING_KEYS ??= JSON.stringify([{ kid: 'test', key: btoa('-'.repeat(32)) }])

/** Has wrangler to itself, which keeps state in its modules. */
const boot = 'test/boot.test.ts'

/** No test is about speed: a machine that is busy elsewhere for a while must not fail one. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } }

export default defineConfig({
  test: {
    projects: [
      // The bundled Worker in workerd, from outside, over sockets.
      // Files share their modules, and so one bundle of the Worker; none mocks a module.
      {
        test: { name: 'sockets', include: ['test/*.test.ts'], exclude: [boot], isolate: false, ...patience },
      },
      { test: { name: 'boot', include: [boot], ...patience } },
      // The gate's object, from inside workerd.
      {
        plugins: [
          cloudflareTest({
            wrangler: { configPath: './wrangler.jsonc' },
            miniflare: { bindings: { BACKENDS: { backend: { keys: ['0'.repeat(64)] } } } },
          }),
        ],
        test: { name: 'workerd', include: ['test/worker/*.test.ts'], ...patience },
      },
    ],
  },
})
