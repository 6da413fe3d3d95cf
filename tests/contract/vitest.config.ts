import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'tarball/global-setup.ts',
    // The table of counts is printed as it is, without a heading for each line.
    disableConsoleIntercept: true,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
