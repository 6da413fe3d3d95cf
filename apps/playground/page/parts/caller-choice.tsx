import { callerId, ownCredential, setup } from '../state.ts'

export function CallerChoice() {
  const callers = (setup.value?.callers ?? []).map(({ id, name, kind }) => ({
    id,
    name,
    note: kind === 'backend' ? 'API key' : 'JWT',
  }))
  const others = [
    { id: 'own', name: 'Another', note: 'a credential of yours' },
    { id: 'nobody', name: 'Nobody', note: 'no credential' },
  ]
  return (
    <fieldset>
      <legend>Caller</legend>
      <div class="choices">
        {[...callers, ...others].map(({ id, name, note }) => (
          <label key={id} class="choice">
            <input
              type="radio"
              name="caller"
              value={id}
              checked={callerId.value === id}
              onChange={() => {
                callerId.value = id
              }}
            />
            <span>
              {name} <small>{note}</small>
            </span>
          </label>
        ))}
      </div>
      {callerId.value === 'own' && <OwnCredential />}
    </fieldset>
  )
}

function OwnCredential() {
  return (
    <div class="field">
      <label for="credential">API key or JWT</label>
      <input
        id="credential"
        type="password"
        value={ownCredential.value}
        autocomplete="off"
        onInput={({ currentTarget }) => {
          ownCredential.value = currentTarget.value
        }}
      />
    </div>
  )
}
