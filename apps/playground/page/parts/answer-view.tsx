import { faultSwitches } from '../../wire/fault-switches.ts'
import type { Answer, Problem } from '../model/exchange.ts'
import { parseJson } from '../model/json.ts'
import { answer, answerFault, problem, sending } from '../state.ts'
import { Listing } from './listing.tsx'

export function AnswerView() {
  const shown = answer.value
  return (
    <div class="answer" aria-busy={sending.value}>
      <div role="status">
        {shown === undefined ? (
          <p class="hint">Press “Issue a token”. The answer shows up here.</p>
        ) : (
          <Outcome {...shown} />
        )}
      </div>
      {shown !== undefined && <Raw {...shown} />}
    </div>
  )
}

function Outcome({ status, tookMs, text }: Answer) {
  const good = status === 201
  return (
    <>
      <p class={good ? 'status good' : 'status bad'}>
        <strong>{status === 0 ? 'No answer' : status}</strong> {good ? 'A token' : problem.value?.title}{' '}
        <small>after {tookMs} ms</small>
      </p>
      {good && <Token text={text} />}
      {problem.value && <Explained {...problem.value} />}
      <FaultNote />
    </>
  )
}

function Token({ text }: { text: string }) {
  const { sdkToken, expiresAt }: Record<string, unknown> = { ...Object(parseJson(text)) }
  return (
    <p>
      <code class="token">{String(sdkToken)}</code> for one verification, until{' '}
      {new Date(String(expiresAt)).toLocaleTimeString()}.
    </p>
  )
}

function Explained({ code, detail, advice, errors }: Problem) {
  return (
    <div class="explained">
      <p>{detail}</p>
      {errors.length > 0 && (
        <ul>
          {errors.map(({ parameter, message }) => (
            <li key={parameter}>
              <code>{parameter}</code> {message}
            </li>
          ))}
        </ul>
      )}
      <p>
        <strong>What to do:</strong> {advice}
      </p>
      {code === 'endpoint-misconfigured' && (
        <p>
          <a href="/healthz">What /healthz says</a>
        </p>
      )}
      <p>
        <a href={`/problems/${code}`}>
          All about <code>{code}</code>
        </a>
      </p>
    </div>
  )
}

/** The answer to a misbehaving emulator makes sense only to those who know that it misbehaves. */
function FaultNote() {
  const fault = faultSwitches.find(({ id }) => id === answerFault.value)
  const caused = fault?.answer.status === answer.value?.status && fault?.answer.code === problem.value?.code
  // The gate may have refused the request before it got there.
  if (fault === undefined || !caused) return null
  return (
    <p class="fault-note">
      <strong>The emulator was told to misbehave: {fault.name}.</strong> {fault.explanation}
    </p>
  )
}

/** Headers of the transport, and those that are the same on every answer. */
const PLUMBING =
  /^(connection|date|keep-alive|transfer-encoding|content-length|vary|cross-origin-|origin-agent|strict-|referrer-|access-control-expose|x-(?!request-id))/

function Raw({ headers, text }: Answer) {
  const telling = headers.filter(([name]) => !PLUMBING.test(name))
  const body = parseJson(text)
  return (
    <>
      <h3>Headers and body</h3>
      <Listing name="Headers and body of the answer">
        {telling.map(([name, value]) => `${name}: ${value}\n`)}
        {'\n'}
        {body === undefined ? text : JSON.stringify(body, null, 2)}
      </Listing>
    </>
  )
}
