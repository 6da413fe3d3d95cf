import { useSignal } from '@preact/signals'
import { isLocked, ruleFor } from '../model/parameter-rule.ts'
import { callerKind, fields, idempotencyKey, preset, presetName, setup, unlocked } from '../state/form.ts'
import { problem } from '../state/verification.ts'
import { Lock, ParameterField } from './parameter-field.tsx'

/** What a request may hold besides its caller. All of it is optional. */
export function RequestOptions() {
  const isLockedHere = (name: string) => isLocked(ruleFor(preset.value, callerKind.value, name)) && !unlocked.value
  const [locked, open] = [true, false].map((wanted) => fields.value.filter(({ name }) => isLockedHere(name) === wanted))
  // An error must not be hidden in what is folded.
  const opened = useSignal(false)
  const hasErrors = (problem.value?.errors.length ?? 0) > 0
  return (
    <details
      class="panel"
      open={opened.value || hasErrors}
      onToggle={({ currentTarget }) => {
        opened.value = currentTarget.open
      }}
    >
      <summary>Request options</summary>
      <div class="fields">
        <PresetChoice />
        <fieldset>
          <legend>Parameters</legend>
          <p class="hint">From the served OpenAPI document. Empty ones are not sent.</p>
          {open?.map((field) => (
            <ParameterField key={field.name} field={field} />
          ))}
          <label class="tick">
            <input
              type="checkbox"
              checked={unlocked.value}
              onChange={({ currentTarget }) => {
                unlocked.value = currentTarget.checked
              }}
            />
            Unlock the others, to see them refused
          </label>
          {locked && locked.length > 0 && (
            <details>
              <summary>
                <Lock /> {locked.length} locked <small>by the preset</small>
              </summary>
              <div class="fields">
                {locked.map((field) => (
                  <ParameterField key={field.name} field={field} />
                ))}
              </div>
            </details>
          )}
        </fieldset>
        <IdempotencyKey />
      </div>
    </details>
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
        placeholder="default"
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
        Sent again with the same key, a request gets the same token, for ten minutes.
      </p>
    </div>
  )
}
