import { lackingFeatures } from './features.ts'
import { type Feature, type Library, type Report, runAll, type Settings, testsFor } from './suite.ts'
import { tests } from './tests.ts'

/** The whole of what a runtime does. */
export async function runSuite(library: Library, settingsText: string): Promise<Report> {
  const settings: Settings = JSON.parse(settingsText)
  const context = { ...library, ...settings }
  const lacking: Feature[] = await lackingFeatures(context)
  return { lacking, results: await runAll(testsFor(tests, settings.lacks), context) }
}
