import type { Feature, Report, Settings } from '../suite/suite.ts'

/** A runtime, and how the suite is run in it. */
export interface Runtime {
  readonly name: string
  /** Tests that need one of these do not run; those for runtimes without it do. */
  readonly lacks: readonly Feature[]
  readonly run: (job: Job) => Promise<Outcome>
}

export interface Job {
  /** Where the packed packages are installed. */
  readonly installed: string
  /** A folder for this run alone, below `installed`. */
  readonly scratch: string
  readonly settings: Settings
}

export interface Outcome {
  readonly version: string
  readonly report: Report
}

/** What `fromEnv` finds where the suite's process has an environment. */
export const suiteEnvironment = {
  TENCENTCLOUD_SECRET_ID: 'AKID-from-env',
  TENCENTCLOUD_SECRET_KEY: 'key-from-env',
  TENCENTCLOUD_SESSION_TOKEN: 'token-from-env',
} as const

/** What the emulators of this suite accept. They open nothing else. */
export const longTerm = { secretId: 'AKID-suite-long-term', secretKey: 'suite-long-term-key' } as const
export const temporary = {
  secretId: 'AKID-suite-temporary',
  secretKey: 'suite-temporary-key',
  token: 'suite-session-token',
} as const
