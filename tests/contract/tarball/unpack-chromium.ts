// A program, because the package unpacks into TMPDIR, and takes what it finds there for its own.
import chromium from '@sparticuz/chromium'

console.log(await chromium.executablePath())
