import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { codeFor, languages } from '../model/code.ts'
import { type Exchange, redacted, requestText, responseText } from '../model/exchange.ts'
import { setup } from '../state/form.ts'
import { exchanges, next, selected, selectedId } from '../state/verification.ts'
import { Listing } from './listing.tsx'
import { Tabs } from './tabs.tsx'

/** The requests that were sent, and one of them in full. */
export function Traffic() {
  const exchange = selected.value
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    // The latest is the last.
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [exchanges.value])
  return (
    <section class="panel traffic" aria-labelledby="traffic-title">
      <h3 id="traffic-title">Traffic</h3>
      <ol class="exchanges" ref={list} aria-label="Exchanges">
        {exchanges.value.map((one) => (
          <li key={one.id}>
            <ExchangeButton {...one} />
          </li>
        ))}
        <li>
          <button
            type="button"
            class="next"
            aria-pressed={exchange === undefined}
            onClick={() => {
              selectedId.value = undefined
            }}
          >
            POST <span class="path">{next.value.path}</span> <span>next, not sent yet</span>
          </button>
        </li>
      </ol>
      <Messages exchange={exchange} />
    </section>
  )
}

function ExchangeButton({ id, request, response }: Exchange) {
  const good = response !== undefined && response.status >= 200 && response.status < 300
  return (
    <button
      type="button"
      aria-pressed={selectedId.value === id}
      onClick={() => {
        selectedId.value = id
      }}
    >
      POST <span class="path">{request.path}</span>{' '}
      {response === undefined ? (
        <span>waiting…</span>
      ) : (
        <>
          <span class={good ? 'status good' : 'status bad'}>{response.status || 'no response'}</span>{' '}
          <span>{response.tookMs} ms</span>
        </>
      )}
    </button>
  )
}

function Messages({ exchange }: { exchange: Exchange | undefined }) {
  const request = exchange?.request ?? next.value
  const names = [...(exchange ? ['Response'] : []), 'Request', ...languages]
  const chosen = useSignal('Response')
  const shown = useSignal(false)
  useEffect(() => {
    if (exchange !== undefined) chosen.value = 'Response'
  }, [exchange?.id])
  const tab = names.find((name) => name === chosen.value) ?? 'Request'
  const credential = shown.value ? request.credential : redacted(request.credential)
  const text =
    tab === 'Response'
      ? exchange?.response && responseText(exchange.response)
      : tab === 'Request'
        ? requestText(request, credential)
        : codeFor(languages.find((name) => name === tab) ?? 'curl', request, setup.value?.upstream ?? '')
  return (
    <>
      <div class="bar">
        <Tabs
          label="Request, response, code"
          names={names}
          chosen={tab}
          onChoose={(name) => {
            chosen.value = name
          }}
        />
        {tab === 'Request' && (
          <button
            type="button"
            class="quiet"
            aria-pressed={shown.value}
            disabled={request.credential === ''}
            onClick={() => {
              shown.value = !shown.value
            }}
          >
            Show the credential
          </button>
        )}
        <CopyButton text={text ?? ''} />
      </div>
      <div role="tabpanel" id="messages" aria-label={tab} class="messages">
        <Listing name={`${tab} text`} text={text ?? 'Waiting for the response…'} />
      </div>
    </>
  )
}

const COPIED_MS = 2_000

function CopyButton({ text }: { text: string }) {
  const copied = useSignal('')
  const copy = async () => {
    copied.value = await navigator.clipboard.writeText(text).then(
      () => 'Copied',
      () => 'Not allowed',
    )
    setTimeout(() => {
      copied.value = ''
    }, COPIED_MS)
  }
  return (
    <button type="button" class="quiet" onClick={copy}>
      <span role="status">{copied.value || 'Copy'}</span>
    </button>
  )
}
