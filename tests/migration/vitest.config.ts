import { defineConfig } from 'vitest/config'

/** Nothing here is slow; the time is for machines that are busy with something else. */
export default defineConfig({ test: { testTimeout: 60_000 } })
