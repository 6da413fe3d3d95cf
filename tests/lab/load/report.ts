import { availableParallelism } from 'node:os'
import { tableOf } from '../report/markdown.ts'
import { type Herd, herdColumns } from './herd.ts'
import type { Result } from './measure.ts'
import { type GateClass, isOutage } from './plan.ts'
import { columns, outageColumns, shortColumns } from './table.ts'

/** The page of `docs/load`. */
export function report(results: readonly Result[], herds: readonly Herd[]): string {
  return `# The endpoint under load

Written by \`pnpm test:load\` (\`npx -y pnpm@12.21.0 test:load\`), which runs all of this again. The machine: ${availableParallelism()} cores, Linux.
${results.length} rows.

![Calls in each second as the upstream received them, at 10 times the quota](load.svg)

The bundled Worker runs in workerd, on a socket of its own. The emulator is the upstream and the recorder, in a process of its own. 40
backends go on sending whatever the responses are; one of them sends nine tenths of all requests. The quota is 20 calls a second, so 1x
is 20 requests a second and 10x is 200. A tenth of the requests have an Idempotency-Key, and half of those are sent twice.

${tableOf(columns, results)}

- **Most carried out in any second**: the most in any half-open second. The emulator counts a request when its last byte has arrived, and
  carries it out unless it refuses the signature; it refuses a timestamp that is more than five minutes off.
- **Most received**: the same, including requests that arrived after their signatures had expired.
- **Recovery**: from the end of an outage to the first second in which 80 % of the quota is issued.
- **Use**: calls a second, divided by what 20 permits allow: 20 / (1 s + mean call). The mean is of the whole run, so use may be slightly
  above 100 %.
- **Light callers' share**: the tokens that each of the 39 light backends got, divided by its demand or its fair share, whichever is less
  (max-min fairness, of the tokens that were issued). The first and the last two seconds and lost requests are left out. At 10x each
  light backend sends 13 requests in half a minute, so one token is 8 %; at 1x it sends one or two. Therefore there are longer runs: in
  the regular one, none may get less than 95 %.
- **Greedy caller's**: the same for the greedy backend.
- **Wait**: of requests that got a token, from sending to the last byte of the response.
- **Lost**: requests without a response, because workerd was killed. The callers of this test do not retry.
- **Delivered twice**: Idempotency-Keys that got two tokens, and tokens that were returned to two requests. The baselines have no
  idempotency store, so this is not checked for them.

A TCP proxy between the Worker and the upstream, in a process of its own, delays requests and makes cuts and stalls. A _cut_ holds all data
in both directions on connections that stay open; a _stall_ holds requests only. As with real TCP, what a Worker has sent before a call
timed out is delivered afterwards. A killed workerd is restarted at once on the same port with the same state. For this test, a wrapper
around the Worker can abort its Durable Object.

**Lanes**: \`tokens\` is \`POST /v1/tokens\`, \`results\` is \`POST /v1/results\`. If both run at once, each lane gets this many requests, and has a
quota of 20 and a Durable Object of its own; the emulator counts each operation separately. Each reader reads the result of its own token
again and again, and each read is a call.

The baselines replace the gate and nothing else. An exact log of the last second, kept where calls are granted, exceeds the limit when
requests are delayed. A fixed window exceeds it without any fault.

## Herds that heed Retry-After

One backend sends all requests within one second, each with its own Idempotency-Key. A refused request is repeated up to 0.1 s after the
time in Retry-After. _Kept_: of the first repetitions at the time of an appointment, those that got a token. Without an appointment
(\`promised: false\`, beyond the horizon of 60 s) a repeated request has no precedence over new ones.

${tableOf(herdColumns, herds)}
`
}

/** The tables of docs/quota.md. */
export function quotaTables(results: readonly Result[], herds: readonly Herd[]): string {
  const atTen = results.filter(({ plan }) => plan.load === 10)
  const outages = results.filter(({ plan }) => isOutage(plan))
  return `
${tableOf(shortColumns, atTen)}

Outages: the path to the upstream is cut, or its requests are stalled, on connections that stay open. What was sent before a call timed out is
delivered afterwards. Requests whose signatures had expired by then are received, but not carried out:

${tableOf(outageColumns, outages)}

Thundering herds: all requests within one second, repeated when Retry-After says:

${tableOf(herdColumns, herds)}
`
}

/** What README.md says of the baselines. */
export function baselinesText(results: readonly Result[]): string {
  const most = (gate: GateClass) =>
    Math.max(...results.filter(({ plan }) => plan.gate === gate).map(({ most }) => most))
  return `lets ${most('FixedWindowGate')} through on the same load, an exact sliding log ${most('SlidingLogGate')}`
}
