import { useSignal } from '@preact/signals'
import type { BurstOrder } from '../../wire/burst.ts'
import type { Setup } from '../../wire/setup.ts'
import { bursting, caller, credential, fire, picture, presetName } from '../state.ts'
import { BurstPicture } from './burst-picture.tsx'

const COUNTS = [20, 60, 120, 240]

const MIXES: readonly { readonly mix: BurstOrder['mix']; readonly name: string }[] = [
  { mix: 'mixed', name: 'half by the backend, half by alice and bob' },
  { mix: 'backend', name: 'all by the backend' },
  { mix: 'users', name: 'each by another app user' },
]

const OWN = [{ mix: 'own', name: 'all by the caller above' }] as const

export function BurstPanel({ setup }: { setup: Setup }) {
  const mixes = setup.callers.length > 0 ? MIXES : OWN
  const count = useSignal(60)
  const mix = useSignal<BurstOrder['mix']>(mixes[0]?.mix ?? 'own')
  const submit = (event: Event) => {
    event.preventDefault()
    const own = mix.value === 'own' && caller.value === undefined ? { credential: credential.value } : {}
    fire({ count: count.value, preset: presetName.value, mix: mix.value, ...own })
  }
  return (
    <section class="panel burst" aria-labelledby="burst-title">
      <h2 id="burst-title">Burst</h2>
      <p class="hint">
        All at once, by users who have no tokens yet. The account may make {setup.quotaPerSecond} calls in any second:
        the gate lets as many through, keeps a few waiting, and tells the rest when to come back.
      </p>
      <form onSubmit={submit} class="row">
        <label>
          Requests{' '}
          <select
            value={count.value}
            onChange={({ currentTarget }) => {
              count.value = Number(currentTarget.value)
            }}
          >
            {COUNTS.map((number) => (
              <option key={number} value={number}>
                {number}
              </option>
            ))}
          </select>
        </label>
        <label class="grows">
          Sent{' '}
          <select
            value={mix.value}
            onChange={({ currentTarget }) => {
              mix.value = mixes.find((one) => one.mix === currentTarget.value)?.mix ?? 'own'
            }}
          >
            {mixes.map(({ mix: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" class="main" aria-disabled={bursting.value}>
          {bursting.value ? 'Under way…' : `Fire ${count.value}`}
        </button>
      </form>
      <BurstPicture picture={picture.value} limit={setup.quotaPerSecond} />
    </section>
  )
}
