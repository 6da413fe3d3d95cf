import { callerId, ownCredential, setup } from '../state/form.ts'

/** Who is signed in to the app, or which backend calls. */
export function CallerChoice() {
  const callers = (setup.value?.callers ?? []).map(({ id, name, kind }) => ({
    id,
    name: `${name} (${kind === 'backend' ? 'API key' : 'JWT'})`,
  }))
  const others = [
    { id: 'own', name: 'A credential of yours' },
    { id: 'nobody', name: 'Nobody (no credential)' },
  ]
  return (
    <>
      <div class="field">
        <label for="caller">Caller</label>
        <select
          id="caller"
          value={callerId.value}
          onChange={({ currentTarget }) => {
            callerId.value = currentTarget.value
          }}
        >
          {[...callers, ...others].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {callerId.value === 'own' && <OwnCredential />}
    </>
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
