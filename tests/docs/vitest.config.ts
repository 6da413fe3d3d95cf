import { defineConfig } from 'vitest/config'

/** The time is for machines that are busy with something else. */
export default defineConfig({ test: { testTimeout: 60_000 } })
