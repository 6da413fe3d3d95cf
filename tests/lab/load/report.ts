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

The bundled Worker in workerd, on a socket of its own; the emulator as upstream and recorder, in a process of its own; 40
backends that send whatever the responses are, one of them nine tenths of everything. The quota is 20 calls a second, so 1x is
20 requests a second and 10x is 200. A tenth of the requests have an Idempotency-Key, and half of those are sent twice.

${tableOf(columns, results)}

- **Most carried out in any second**: of all half-open seconds, counted by the emulator when the last byte of a request has come.
  Carried out is what it does not refuse for its signature: it refuses a timestamp that is more than five minutes off.
- **Most received**: the same, with requests that came after their signatures had expired.
- **Recovery**: from the end of an outage to the first second in which 80 % of the quota is issued.
- **Use**: calls made, over 20 / (1 s + mean call). The mean is of the whole run, so it may come out a little above all.
- **Light callers' share**: what each of the 39 got, over the lesser of what it demanded and its fair share (max-min fairness,
  of the tokens that were issued). The first two seconds and the last two don't count, nor does what was lost. At 10x each
  sends 13 requests in half a minute, and all of them together as many as can be served: one token is 8 %. At 1x each
  sends one or two. That is why there are longer runs: in the regular one, none may get less than 95 %.
- **Greedy caller's**: what it got, over the same.
- **Wait**: of requests that were given a token, from sending to the last byte of the response.
- **Lost**: no response, since workerd was down or went down. The callers of this test do not try again.
- **Delivered twice**: keys that were answered with two tokens, and tokens that went to two requests. The baselines have no
  idempotency store, and are not held to it.

Delays, cuts and stalls are made by a TCP proxy in a process of its own between the Worker and the upstream. It knows nothing of
the emulator and the emulator nothing of it. A _cut_ holds everything both ways on connections that stay open; a _stall_ holds
requests alone. What a Worker had sent before it gave up a call is delivered afterwards all the same, as TCP does. A killed workerd
is replaced on the same port with the same state at once. Objects are aborted by way of a Worker that adds this to the product.

**Lanes**: \`tokens\` is \`POST /v1/tokens\`, \`results\` is \`POST /v1/results\`. Where both run at once, each gets so many requests, each has a
quota of 20 and an object of its own, and the emulator counts each operation by itself. Whoever reads results reads that of a token
it was issued before, again and again: each is a call.

The baselines take the gate's place and differ in nothing else. An exact log of the last second, kept where permission is
given, breaks the limit where requests are held. A fixed window breaks it with no help at all.

## Herds that heed Retry-After

So many requests of one backend within one second, each with an Idempotency-Key of its own. Whoever is refused comes back up to
0.1 s after the time it was told. _Kept_: of first returns at the time of an appointment, those that got a token. Without an
appointment (\`promised: false\`, beyond the horizon of 60 s) a return is one among newcomers.

${tableOf(herdColumns, herds)}
`
}

/** The tables of docs/quota.md. */
export function quotaTables(results: readonly Result[], herds: readonly Herd[]): string {
  const atTen = results.filter(({ plan }) => plan.load === 10)
  const outages = results.filter(({ plan }) => isOutage(plan))
  return `
${tableOf(shortColumns, atTen)}

The path to the upstream cut, or its requests stalled, on connections that stay open; what was sent before a call was given up is
delivered afterwards. Received and not carried out are requests whose signatures had expired on their way:

${tableOf(outageColumns, outages)}

Herds that come within a second and heed Retry-After:

${tableOf(herdColumns, herds)}
`
}

/** What README.md says of the baselines. */
export function baselinesText(results: readonly Result[]): string {
  const most = (gate: GateClass) =>
    Math.max(...results.filter(({ plan }) => plan.gate === gate).map(({ most }) => most))
  return `lets ${most('FixedWindowGate')} through on the same load, an exact sliding log ${most('SlidingLogGate')}`
}
