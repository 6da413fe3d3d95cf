import { callerKind, fields, idempotencyKey, issue, preset, presetName, sendClosed, sending, setup } from '../state.ts'
import { CallerChoice } from './caller-choice.tsx'
import { ParameterField } from './parameter-field.tsx'

export function RequestPanel() {
  const submit = (event: Event) => {
    event.preventDefault()
    issue()
  }
  return (
    <section class="panel request" aria-labelledby="request-title">
      <h2 id="request-title">Request</h2>
      <form onSubmit={submit} noValidate>
        <CallerChoice />
        <PresetChoice />
        <fieldset>
          <legend>Parameters</legend>
          <p class="hint">From the served OpenAPI document. What is left empty is not sent.</p>
          {fields.value.map((field) => (
            <ParameterField key={field.name} field={field} />
          ))}
          <label class="tick">
            <input
              type="checkbox"
              checked={sendClosed.value}
              onChange={({ currentTarget }) => {
                sendClosed.value = currentTarget.checked
              }}
            />
            Let me send what the preset closes, to see it refused
          </label>
        </fieldset>
        <IdempotencyKey />
        <button type="submit" class="main" aria-disabled={sending.value}>
          {sending.value ? 'Waiting for the answer…' : 'Issue a token'}
        </button>
      </form>
    </section>
  )
}

function PresetChoice() {
  const names = Object.keys(setup.value?.presets ?? {})
  const notForUsers = callerKind.value === 'app-user' && preset.value !== undefined && !preset.value.appUsers
  return (
    <div class="field">
      <label for="preset">Preset</label>
      <input
        id="preset"
        list="presets"
        value={presetName.value}
        placeholder="default (default)"
        autocomplete="off"
        aria-describedby="preset-hint"
        onInput={({ currentTarget }) => {
          presetName.value = currentTarget.value
        }}
      />
      <datalist id="presets">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p class="hint" id="preset-hint">
        {notForUsers
          ? 'This preset is not for app users.'
          : `Set by the operator: ${names.join(', ') || 'see PRESETS'}.`}
      </p>
    </div>
  )
}

function IdempotencyKey() {
  return (
    <div class="field">
      <label for="idempotency-key">Idempotency-Key</label>
      <div class="row">
        <input
          id="idempotency-key"
          value={idempotencyKey.value}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="idempotency-hint"
          onInput={({ currentTarget }) => {
            idempotencyKey.value = currentTarget.value
          }}
        />
        <button
          type="button"
          onClick={() => {
            idempotencyKey.value = `"${crypto.randomUUID()}"`
          }}
        >
          New key
        </button>
      </div>
      <p class="hint" id="idempotency-hint">
        Optional. Sent again with the same key, a request gets the same token, for ten minutes.
      </p>
    </div>
  )
}
