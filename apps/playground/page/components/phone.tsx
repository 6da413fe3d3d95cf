import { computed } from '@preact/signals'
import { simulatedFaults } from '../../protocol/faults.ts'
import { type VerificationOutcome, verificationOutcomes } from '../../protocol/outcomes.ts'
import type { Problem } from '../model/exchange.ts'
import { servesResults } from '../state/form.ts'
import {
  issued,
  latest,
  latestBody,
  outcome,
  problem,
  readResult,
  requestToken,
  type Step,
  sending,
  startOver,
  step,
  verify,
} from '../state/verification.ts'
import { CallerChoice } from './caller-choice.tsx'

/** The app on a user's phone, which walks through one verification. */
export function Phone() {
  return (
    <section class="phone" aria-label="Phone" aria-busy={sending.value}>
      <Steps />
      <div class="screen">{screens[step.value]()}</div>
    </section>
  )
}

const screens: Readonly<Record<Step, () => preact.JSX.Element>> = {
  token: TokenScreen,
  verify: VerifyScreen,
  verified: VerifiedScreen,
  result: ResultScreen,
}

function Steps() {
  const names = servesResults.value ? ['Token', 'Verify', 'Result'] : ['Token', 'Verify']
  const at = { token: 0, verify: 1, verified: servesResults.value ? 2 : 1, result: 2 }[step.value]
  return (
    <ol class="steps" aria-label="Steps">
      {names.map((name, index) => (
        <li key={name} class={index < at ? 'done' : ''} aria-current={index === at ? 'step' : undefined}>
          {name}
        </li>
      ))}
    </ol>
  )
}

function TokenScreen() {
  return (
    <form onSubmit={submitTo(requestToken)} noValidate>
      <h3>Verify your identity</h3>
      <p class="hint">First the app requests an SDK token from its server.</p>
      <CallerChoice />
      <SubmitButton text="Ask for a token" />
      <Failure />
      {!hasFailed.value && <Face />}
    </form>
  )
}

function VerifyScreen() {
  return (
    <form onSubmit={submitTo(verify)}>
      <div role="status" class="said">
        <h3 class="good">Token received</h3>
        <p>
          <code class="token">{issued.value?.sdkToken}</code>
        </p>
        <p class="hint">
          For one verification, until {new Date(issued.value?.expiresAt ?? '').toLocaleTimeString()}. Tencent’s SDK
          takes it and opens the camera.
        </p>
      </div>
      <Face />
      <div class="field">
        <label for="outcome">How should it end?</label>
        <select
          id="outcome"
          value={outcome.value}
          onChange={({ currentTarget }) => {
            // The options are the outcomes.
            outcome.value = currentTarget.value as VerificationOutcome
          }}
        >
          {verificationOutcomes.map(({ outcome: value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <SubmitButton text="Verify" />
    </form>
  )
}

function VerifiedScreen() {
  return (
    <form onSubmit={submitTo(servesResults.value ? readResult : startOver)}>
      <div role="status" class="said">
        <h3>Verification finished</h3>
        <p class="hint">
          {servesResults.value
            ? 'The SDK has sent its pictures to Tencent Cloud. Only the caller that got the token can read the result: the receipt proves it.'
            : 'The SDK has sent its pictures to Tencent Cloud, which keeps the result for the backend.'}
        </p>
      </div>
      <Face />
      <SubmitButton text={servesResults.value ? 'Read the result' : 'Start over'} />
      <Failure />
    </form>
  )
}

const VERDICTS: Readonly<Record<string, { readonly title: string; readonly look: string }>> = {
  passed: { title: 'Verified', look: 'good' },
  failed: { title: 'Not verified', look: 'bad' },
  unfinished: { title: 'No result yet', look: 'wait' },
}

const ADVICE: Readonly<Record<string, string>> = {
  'try-again': 'Try again.',
  'better-light': 'Try again in better light.',
  'other-document': 'Use another document.',
  'contact-support': 'Contact support.',
}

function ResultScreen() {
  const { verdict, advice, reason } = latestBody.value
  const { title, look } = VERDICTS[String(verdict)] ?? { title: String(verdict), look: 'bad' }
  return (
    <form onSubmit={submitTo(startOver)}>
      <div role="status" class="said">
        <h3 class={look}>{title}</h3>
        {typeof reason === 'string' && (
          <p>
            Reason: <code>{reason}</code>
          </p>
        )}
        {typeof advice === 'string' && <p>{ADVICE[advice] ?? advice}</p>}
        {verdict === 'unfinished' && <p class="hint">Retry-After says when to read it again.</p>}
      </div>
      <Face look={look} />
      {verdict === 'unfinished' && (
        <button type="button" onClick={readResult}>
          Read it again
        </button>
      )}
      <SubmitButton text="Start over" />
      <Failure />
    </form>
  )
}

function Face({ look = '' }: { look?: string }) {
  return (
    <svg class={`face ${look}`} viewBox="0 0 120 120" aria-hidden="true">
      <path d="M60 26c15 0 25 12 25 30 0 21-12 38-25 38S35 77 35 56c0-18 10-30 25-30z" />
      <path class="corners" d="M8 30V8h22M90 8h22v22M112 90v22H90M30 112H8V90" />
      {look === 'good' && <path class="sign" d="m45 61 11 12 20-25" />}
      {look === 'bad' && <path class="sign" d="m47 47 26 26m0-26L47 73" />}
      {look === 'wait' && <path class="sign" d="M47 60h1m12 0h1m12 0h1" />}
    </svg>
  )
}

function SubmitButton({ text }: { text: string }) {
  return (
    <button type="submit" class="main" aria-disabled={sending.value}>
      {sending.value ? 'Waiting for the response…' : text}
    </button>
  )
}

const hasFailed = computed(() => {
  const { status } = latest.value?.response ?? { status: 200 }
  return status === 0 || status >= 400
})

/** What went wrong with the latest request, if it did. */
function Failure() {
  const { response, request } = latest.value ?? {}
  const shown = response !== undefined && response.status >= 400
  return (
    <div role="status">
      {shown && problem.value && <Explained {...problem.value} />}
      {shown && !problem.value && (
        <p class="bad">
          Status {response.status}: {response.text.slice(0, 200)}
        </p>
      )}
      {response?.status === 0 && (
        <p class="bad">
          <strong>No response.</strong> The playground’s server is gone. Start it again, then send POST {request?.path}{' '}
          again.
        </p>
      )}
    </div>
  )
}

function Explained({ code, title, detail, advice, errors }: Problem) {
  return (
    <div class="explained">
      <p>
        <strong class="bad">{title}</strong>
      </p>
      {errors.length === 0 && detail.replace(/\.$/, '') !== title && <p>{detail}</p>}
      {errors.map(({ parameter, message }) => (
        <p key={parameter}>{message.startsWith(parameter) ? message : `${parameter}: ${message}`}</p>
      ))}
      <p>{advice}</p>
      <FaultNote code={code} />
      <p>
        {code === 'endpoint-misconfigured' && <a href="/healthz">See /healthz</a>}{' '}
        <a href={`/problems/${code}`}>
          About <code>{code}</code>
        </a>
      </p>
    </div>
  )
}

/** The rate limit may have refused the request before the simulated fault could hit it. */
function FaultNote({ code }: { code: string }) {
  const fault = simulatedFaults.find(({ id }) => id === latest.value?.fault)
  if (fault === undefined || !('code' in fault.response) || fault.response.code !== code) return null
  return (
    <p class="fault-note">
      <strong>Simulated fault: {fault.name}.</strong> {fault.explanation}
    </p>
  )
}

function submitTo(action: () => unknown): (event: Event) => void {
  return (event) => {
    event.preventDefault()
    action()
  }
}
