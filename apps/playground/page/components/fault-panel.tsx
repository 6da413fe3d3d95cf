import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { simulatedFaults } from '../../protocol/faults.ts'
import { fault, simulate } from '../state/server.ts'

/** One fault at a time, for every call until it is turned off. */
export function FaultPanel() {
  const { on, applied } = fault.value
  const active = simulatedFaults.find(({ id }) => id === on)
  return (
    <details class="panel faults">
      <summary>
        Simulate faults <small class={active && 'on'}>{active ? active.name : 'off'}</small>
      </summary>
      <fieldset>
        <legend class="unseen">What Tencent Cloud’s stand-in does to every call</legend>
        <Choice id={null} name="None" checked={on === null} />
        {simulatedFaults.map(({ id, name, response, explanation }) => (
          <Choice key={id} id={id} name={name} checked={on === id}>
            <p>
              {explanation}{' '}
              <strong>
                The caller gets {response.status} {'code' in response ? <code>{response.code}</code> : 'and a token'}.
              </strong>
            </p>
            {applied > 0 && <p class="hint">It hit {applied === 1 ? 'one call' : `${applied} calls`} so far.</p>}
          </Choice>
        ))}
      </fieldset>
    </details>
  )
}

interface ChoiceProps {
  readonly id: string | null
  readonly name: string
  readonly checked: boolean
  readonly children?: ComponentChildren
}

function Choice({ id, name, checked, children }: ChoiceProps) {
  const choice = useRef<HTMLDivElement>(null)
  const choose = async () => {
    await simulate(id)
    // What it says comes below, and may be out of sight.
    choice.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div class="switch" ref={choice}>
      <label class="tick">
        <input type="radio" name="fault" checked={checked} onChange={choose} />
        <span>{name}</span>
      </label>
      <div role="status">{checked && children}</div>
    </div>
  )
}
