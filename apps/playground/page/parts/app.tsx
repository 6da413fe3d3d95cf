import { setup, trouble } from '../state.ts'
import { BurstPanel } from './burst-panel.tsx'
import { ExchangePanel } from './exchange-panel.tsx'
import { FaultPanel } from './fault-panel.tsx'
import { RequestPanel } from './request-panel.tsx'

export function App() {
  return (
    <>
      <header class="top">
        <div>
          <h1>tc3-edge playground</h1>
          <p>Ask the token endpoint on this machine for tokens. An emulator stands in for Tencent Cloud.</p>
        </div>
        <nav aria-label="More">
          <a href="/docs">API reference</a>
          <a href="/openapi.json">openapi.json</a>
        </nav>
      </header>
      <main>
        {trouble.value !== undefined && (
          <p class="trouble" role="alert">
            {trouble.value}
          </p>
        )}
        {setup.value && (
          <div class="panels">
            <RequestPanel />
            <div class="column">
              <ExchangePanel />
              <BurstPanel setup={setup.value} />
              <FaultPanel />
            </div>
          </div>
        )}
      </main>
    </>
  )
}
