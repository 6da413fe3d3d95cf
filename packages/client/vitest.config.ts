import { defineConfig } from 'vitest/config'

/** Nothing here waits; the time is for machines that are busy with something else. Files may share modules: none mocks one. */
export default defineConfig({ test: { testTimeout: 30_000, isolate: false } })
