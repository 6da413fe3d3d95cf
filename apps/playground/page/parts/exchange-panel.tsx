import { useSignal } from '@preact/signals'
import { headersOf, redacted } from '../model/exchange.ts'
import { draft } from '../state.ts'
import { AnswerView } from './answer-view.tsx'
import { CodePanel } from './code-panel.tsx'
import { Listing } from './listing.tsx'

export function ExchangePanel() {
  return (
    <section class="panel exchange" aria-labelledby="exchange-title">
      <h2 id="exchange-title">Answer</h2>
      <AnswerView />
      <RequestAsSent />
      <CodePanel />
    </section>
  )
}

function RequestAsSent() {
  const shown = useSignal(false)
  const { credential, body, endpoint } = draft.value
  const headers = Object.entries(headersOf(draft.value, shown.value ? credential : redacted(credential)))
  const host = endpoint.replace('http://', '')
  const lines = [`POST /v1/tokens`, `Host: ${host}`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  return (
    <>
      <div class="heading">
        <h3>Request as sent</h3>
        <button
          type="button"
          class="quiet"
          aria-pressed={shown.value}
          disabled={credential === ''}
          onClick={() => {
            shown.value = !shown.value
          }}
        >
          Show the credential
        </button>
      </div>
      <Listing name="Request as sent">{`${lines.join('\n')}\n\n${JSON.stringify(body, null, 2)}`}</Listing>
    </>
  )
}
