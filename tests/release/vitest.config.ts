import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Installs and builds take as long as they take.
  test: { testTimeout: 300_000, hookTimeout: 300_000 },
})
