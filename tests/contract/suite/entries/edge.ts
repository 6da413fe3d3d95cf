// What edge-runtime runs: an answer to its `fetch` event.
import settings from 'suite-settings'
import { runSuite } from '../run.ts'
import { library } from './library.ts'

addEventListener('fetch', (event) => {
  const report = runSuite(library, settings)
  Reflect.apply(Reflect.get(event, 'respondWith'), event, [report.then((value) => Response.json(value))])
})
