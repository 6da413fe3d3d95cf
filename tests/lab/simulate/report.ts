import { tableOf } from '../report/markdown.ts'
import { type Column, columns, nameOf } from './columns.ts'
import type { Outcome, Scene } from './outcome.ts'
import { LIGHT_BACKENDS, SECONDS } from './schedule.ts'

/** The page that `docs/simulation` shows. */
export function report(worlds: readonly (readonly Outcome[])[]): string {
  const offered = worlds.flat().map(({ requestsPerSecond }) => Math.round(requestsPerSecond / 100) * 100)
  return `# The gate and other limiters in a simulated world

Written by \`pnpm --filter lab simulate\` (\`npx -y pnpm@12.21.0 --filter lab simulate\`), which writes the same again, byte for
byte: everything random comes from a seed. ${SECONDS} seconds of a world for each row.

![Seven limiters, the same flood](simulation.svg)

**The flood:** ${Math.min(...offered).toLocaleString('en')} to ${Math.max(...offered).toLocaleString('en')} requests a second. One backend sends 9,300 requests a second from everywhere. ${LIGHT_BACKENDS} light backends want
8 tokens a second together. 100 app users a second come, 600 for a second in every ten; those who are refused come back
up to five times, just when Retry-After says, and are the rest. The quota is 20 a second.

**The fleet:** "placed" is 51 isolates in three data centres next to Tencent, 1 ms from it and from the object. "Everywhere" is 300
locations, 1 to 180 ms from either, one way. Distances jitter, one packet in 200 is lost and sent again 200 ms later, and a
connection that is new or was idle for 15 s costs two round trips more. Clocks show whole milliseconds and timers are late.

**The rest is alike:** each limiter is asked through the same isolates, which repeat its refusals by themselves until their time
as the product's do; Tencent lets 20 through in any second. The gate is the product's own code, and so is what isolates
remember. The others say yes or no at once, and when to come back.

${worlds.map(worldSection).join('\n\n')}

## How to read it

- **Most in any second**: calls that arrived at Tencent in the fullest half-open second.
- **Use**: calls that Tencent let through, over 20 a second.
- **Light callers' share**: tokens that each light backend got, over the lesser of what it demanded and its fair share among all
  tenants (each backend is one, all app users together are one).
- **Wait**: from a request to its token, with all retries; of those who got a token.
- The first two seconds don't count for shares, waits and use, nor the last ten for shares and waits.
- **Refused**: requests that were answered with no, those of the greedy backend included, which are most.
`
}

/** All limiters in one world. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  return tableOf(
    columns.map(({ head, cell }) => [head, cell]),
    outcomes,
  )
}

export function titleOf({ placement, callMs }: Scene): string {
  const where = placement === 'placed' ? 'Workers placed next to Tencent' : 'Workers everywhere'
  return `${where}, calls of ${callMs} ms`
}

function worldSection(outcomes: readonly Outcome[]): string {
  const [gate, ...others] = outcomes
  if (gate === undefined) return ''
  const worse = columns.flatMap((column) => whereWorse(column, gate, others))
  return `## ${titleOf(gate.scene)}\n\n${outcomeTable(outcomes)}\n\nWhere the gate does worse than another:\n\n${worse.join('\n')}`
}

/** Says in words where another limiter has the better number. */
function whereWorse({ head, cell, cost, why }: Column, gate: Outcome, others: readonly Outcome[]): string[] {
  if (cost === undefined) return []
  const better = others.filter((other) => cost(other) < cost(gate) && cell(other) !== cell(gate))
  if (better.length === 0) return []
  const names = better.map((other) => `${nameOf(other.subject)}: ${cell(other)}`).join('; ')
  return [`- **${head}** is ${cell(gate)} (${names})${why === undefined ? '' : `: ${why}`}.`]
}
