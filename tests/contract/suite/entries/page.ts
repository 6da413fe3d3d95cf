// What a page runs: the report is a promise on the window.
import settings from 'suite-settings'
import { runSuite } from '../run.ts'
import { library } from './library.ts'

Reflect.set(globalThis, 'report', runSuite(library, settings))
