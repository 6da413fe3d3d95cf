// What workerd runs: a Worker whose answer is the report.
import settings from 'suite-settings'
import { runSuite } from '../run.ts'
import { library } from './library.ts'

export default {
  fetch: async (): Promise<Response> => Response.json(await runSuite(library, settings)),
}
