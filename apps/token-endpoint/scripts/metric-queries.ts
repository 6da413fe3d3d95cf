import { metricColumns } from '../src/log/metrics.ts'

/** The dataset of wrangler.jsonc. */
export const DATASET = 'tc3_edge_requests'

interface Query {
  readonly question: string
  /** SQL in which `{name}` stands for a column, and `{dataset}` for the dataset. */
  readonly sql: string
}

/** For people. */
export const queries: readonly Query[] = [
  {
    question: 'How do requests for tokens end, every five minutes?',
    sql: `
SELECT toStartOfInterval(timestamp, INTERVAL '5' MINUTE) AS time, {code} AS code, SUM(_sample_interval) AS requests
FROM {dataset}
WHERE timestamp > NOW() - INTERVAL '6' HOUR AND {path} = '/v1/tokens'
GROUP BY time, code
ORDER BY time`,
  },
  {
    question: 'How long do requests wait for a permit, and calls to Tencent take?',
    sql: `
SELECT {path} AS path,
  quantileExactWeighted(0.5)({waitMs}, _sample_interval) AS wait_p50,
  quantileExactWeighted(0.95)({waitMs}, _sample_interval) AS wait_p95,
  quantileExactWeighted(0.5)({upstreamMs}, _sample_interval) AS call_p50,
  quantileExactWeighted(0.95)({upstreamMs}, _sample_interval) AS call_p95
FROM {dataset}
WHERE timestamp > NOW() - INTERVAL '1' HOUR AND {waitMs} >= 0 AND {upstreamMs} >= 0
GROUP BY path`,
  },
  {
    question: 'Which callers find no capacity, or exceed a limit?',
    sql: `
SELECT {caller} AS caller, SUM(_sample_interval) AS requests,
  SUM(if({code} = 'capacity-exhausted', _sample_interval, 0)) AS no_capacity,
  SUM(if({code} = 'quota-exceeded' OR {code} = 'too-many-requests', _sample_interval, 0)) AS over_limit
FROM {dataset}
WHERE timestamp > NOW() - INTERVAL '1' DAY
GROUP BY caller
ORDER BY requests DESC`,
  },
  {
    question: 'Which presets are used, by whom?',
    sql: `
SELECT {preset} AS preset, {caller} AS caller, SUM(_sample_interval) AS tokens
FROM {dataset}
WHERE timestamp > NOW() - INTERVAL '7' DAY AND {code} = 'issued'
GROUP BY preset, caller
ORDER BY tokens DESC`,
  },
  {
    question: 'Why are credentials refused?',
    sql: `
SELECT {reason} AS reason, SUM(_sample_interval) AS requests
FROM {dataset}
WHERE timestamp > NOW() - INTERVAL '1' DAY AND {code} = 'credentials-invalid'
GROUP BY reason
ORDER BY requests DESC`,
  },
]

/** For a scheduler: each returns rows only where somebody has to act. */
export const alerts: readonly Query[] = [
  {
    question: 'The operator has to act: the Tencent key is refused, a setting is wrong, or something is broken here.',
    sql: `
SELECT {code} AS code, SUM(_sample_interval) AS requests
FROM {dataset}
WHERE timestamp > NOW() - INTERVAL '10' MINUTE AND ({code} = 'upstream-credentials-refused'
  OR {code} = 'endpoint-misconfigured' OR {code} = 'internal-error' OR {reason} = 'binding-mismatch')
GROUP BY code`,
  },
  {
    question: 'More than 5 % of the token requests of known callers, and more than five, get a 5xx.',
    sql: `
SELECT {path} AS path, SUM(_sample_interval) AS requests, SUM(if({status} >= 500, _sample_interval, 0)) AS failed
FROM {dataset}
WHERE timestamp > NOW() - INTERVAL '15' MINUTE AND {path} = '/v1/tokens' AND {caller} != 'nobody'
GROUP BY path
HAVING failed > 5 AND failed > requests * 0.05`,
  },
]

/** Returns a query with the columns as the Worker writes them, under its question. */
export function withColumns({ question, sql }: Query): string[] {
  const text = sql.trim().replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'dataset') return DATASET
    const [column] = metricColumns.find(([, known]) => known === name) ?? []
    if (column === undefined) throw new Error(`There is no column "${name}"`)
    return column
  })
  return [`-- ${question}`, ...text.split('\n')]
}
