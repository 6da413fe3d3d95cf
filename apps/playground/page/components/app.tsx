import { setup } from '../state/form.ts'
import { pageError } from '../state/server.ts'
import { BurstPanel } from './burst-panel.tsx'
import { FaultPanel } from './fault-panel.tsx'
import { Phone } from './phone.tsx'
import { RequestOptions } from './request-options.tsx'
import { Traffic } from './traffic.tsx'

export function App() {
  return (
    <>
      <header class="top">
        <h1>
          <img src="/docs/mark.svg" alt="" width="26" height="26" />
          tc3-edge <span>playground</span>
        </h1>
        <nav aria-label="Reference">
          <a href="/docs">API reference</a>
          <a href="/openapi.json" class="wide">
            OpenAPI
          </a>
        </nav>
      </header>
      {pageError.value !== undefined && (
        <p class="trouble" role="alert">
          {pageError.value}
        </p>
      )}
      <main>
        {setup.value && (
          <>
            <section class="verification" aria-labelledby="verification-title">
              <div class="intro">
                <h2 id="verification-title">Watch a verification</h2>
                <p>
                  An emulator on this machine replaces Tencent Cloud. Nothing leaves your machine, and nothing is
                  billed.
                </p>
              </div>
              <div class="left">
                <Phone />
                <RequestOptions />
                <FaultPanel />
              </div>
              <Traffic />
            </section>
            <BurstPanel setup={setup.value} />
          </>
        )}
      </main>
    </>
  )
}
