import { signal } from '@preact/signals'
import type { BurstEvent, BurstPlan } from '../../protocol/burst.ts'
import { type ChartModel, emptyModel, withEvent } from '../model/chart-model.ts'
import { call, pageError, refreshFault } from './server.ts'

export const chart = signal<ChartModel>(emptyModel)
export const bursting = signal(false)

export async function startBurst(plan: BurstPlan): Promise<void> {
  if (bursting.value) return
  bursting.value = true
  chart.value = emptyModel
  try {
    const response = await call('/api/burst', 'POST', plan)
    if (response?.body) await follow(response.body)
    await refreshFault()
  } catch {
    pageError.value = 'The connection to the playground’s server broke during the burst.'
  } finally {
    bursting.value = false
  }
}

async function follow(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    const events = lines.map((line): BurstEvent => JSON.parse(line))
    chart.value = events.reduce(withEvent, chart.value)
  }
}
