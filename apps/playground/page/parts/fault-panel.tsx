import type { ComponentChildren } from 'preact'
import { faultSwitches } from '../../wire/fault-switches.ts'
import { fault, switchFault } from '../state.ts'

/** One at a time: what two faults together would look like is nobody's question. */
export function FaultPanel() {
  const { on, applied } = fault.value
  return (
    <section class="panel faults" aria-labelledby="fault-title">
      <h2 id="fault-title">Misbehaviour</h2>
      <p class="hint">What the emulator does to every call until you switch it off.</p>
      <fieldset>
        <legend class="unseen">What the emulator does</legend>
        <Switch id={null} name="It behaves" checked={on === null} />
        {faultSwitches.map(({ id, name, answer, explanation }) => (
          <Switch key={id} id={id} name={name} checked={on === id}>
            <p>
              {explanation}{' '}
              <strong>
                The caller sees {answer.status} {answer.code === undefined ? 'and a token' : <code>{answer.code}</code>}
                .
              </strong>
            </p>
            {applied > 0 && <p class="hint">Met {applied === 1 ? 'one call' : `${applied} calls`} so far.</p>}
          </Switch>
        ))}
      </fieldset>
    </section>
  )
}

interface SwitchProps {
  readonly id: string | null
  readonly name: string
  readonly checked: boolean
  readonly children?: ComponentChildren
}

function Switch({ id, name, checked, children }: SwitchProps) {
  return (
    <div class="switch">
      <label class="choice">
        <input type="radio" name="fault" checked={checked} onChange={() => switchFault(id)} />
        <span>{name}</span>
      </label>
      <div role="status">{checked && children}</div>
    </div>
  )
}
