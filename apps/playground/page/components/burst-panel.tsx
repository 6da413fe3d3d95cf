import { useSignal } from '@preact/signals'
import type { BurstPlan } from '../../protocol/burst.ts'
import type { Setup } from '../../protocol/setup.ts'
import { bursting, chart, startBurst } from '../state/burst.ts'
import { caller, credential, presetName } from '../state/form.ts'
import { BurstChart } from './burst-chart.tsx'

const COUNTS = [20, 60, 120, 240]

const MIXES: readonly { readonly mix: BurstPlan['mix']; readonly name: string }[] = [
  { mix: 'mixed', name: 'half by a backend, half by app users' },
  { mix: 'backend', name: 'all by a backend' },
  { mix: 'users', name: 'each by another app user' },
]

const OWN = [{ mix: 'own', name: 'all by the caller above' }] as const

export function BurstPanel({ setup }: { setup: Setup }) {
  const mixes = setup.callers.length > 0 ? MIXES : OWN
  const count = useSignal(60)
  const mix = useSignal<BurstPlan['mix']>(mixes[0]?.mix ?? 'own')
  const submit = (event: Event) => {
    event.preventDefault()
    const own = mix.value === 'own' && caller.value === undefined ? { credential: credential.value } : {}
    startBurst({ count: count.value, preset: presetName.value, mix: mix.value, ...own })
  }
  return (
    <section class="burst" aria-labelledby="burst-title">
      <div class="intro">
        <h2 id="burst-title">Watch the limit hold</h2>
        <p>
          Tencent Cloud allows {setup.quotaPerSecond} calls in any second. Send more at once: some are served, a few
          wait, and the rest are told when to come back.
        </p>
      </div>
      <form onSubmit={submit} class="row">
        <div class="inline">
          <label for="count">Requests</label>
          <select
            id="count"
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
        </div>
        <div class="inline">
          <label for="mix">Sent</label>
          <select
            id="mix"
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
        </div>
        <button type="submit" class="main" aria-disabled={bursting.value}>
          {bursting.value ? 'Under way…' : `Send ${count.value} requests`}
        </button>
      </form>
      <BurstChart model={chart.value} limit={setup.quotaPerSecond} />
    </section>
  )
}
