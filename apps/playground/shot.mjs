import { launch } from './test/browser.ts'
