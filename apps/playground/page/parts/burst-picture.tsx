import { countsOf, type Fate, mostOf, type Picture, reasonsOf, sharesOf, slidingCount } from '../model/picture.ts'
import { bursting } from '../state.ts'
import { CountChart } from './count-chart.tsx'
import { TimeLine } from './time-line.tsx'

const FATES: readonly { readonly fate: Fate; readonly sign: string; readonly name: string }[] = [
  { fate: 'admitted', sign: '●', name: 'admitted' },
  { fate: 'waited', sign: '◆', name: 'waited, then admitted' },
  { fate: 'refused', sign: '×', name: 'refused' },
  { fate: 'failed', sign: '▲', name: 'failed' },
]

const SHORTEST_MS = 2_500

/** Every request on a line of its own over the same time as the count at the emulator. */
export function BurstPicture({ picture, limit }: { picture: Picture; limit: number }) {
  const { marks, arrivals, mostInAnySecond } = picture
  if (marks.length === 0) return null
  const counts = countsOf(marks)
  const steps = slidingCount(arrivals)
  const most = mostInAnySecond ?? mostOf(steps)
  const moments = [...marks.map(({ answered = 0 }) => answered), ...arrivals.map((time) => time + 1_000)]
  const span = Math.max(SHORTEST_MS, ...moments)
  return (
    <div class="picture">
      <ul class="legend" aria-label="What became of the requests">
        {FATES.map(({ fate, sign, name }) => (
          <li key={fate} class={fate} data-count={counts[fate]}>
            <span aria-hidden="true">{sign}</span> <strong>{counts[fate]}</strong> {name}
          </li>
        ))}
      </ul>
      <Reasons picture={picture} />
      <TimeLine marks={marks} span={span} />
      <p class="most" role="status">
        {bursting.value ? (
          'Under way…'
        ) : (
          <>
            At most <strong data-most={most}>{most}</strong> calls reached the emulator in any second; the limit is{' '}
            {limit}.
          </>
        )}
      </p>
      <CountChart steps={steps} limit={limit} span={span} />
      <Shares picture={picture} />
    </div>
  )
}

/** What those were told that got no token. */
function Reasons({ picture }: { picture: Picture }) {
  const reasons = reasonsOf(picture.marks)
  if (reasons.length === 0) return null
  return (
    <p class="hint">
      Without a token:{' '}
      {reasons.map(({ code, count }, index) => (
        <span key={code}>
          {index > 0 && ', '}
          {count} × <a href={`/problems/${code}`}>{code}</a>
        </span>
      ))}
    </p>
  )
}

function Shares({ picture }: { picture: Picture }) {
  const shares = sharesOf(picture.marks)
  return (
    <table class="shares">
      <caption>Tokens by caller</caption>
      <tbody>
        {shares.map(({ caller, asked, issued }) => (
          <tr key={caller}>
            <th scope="row">{caller}</th>
            <td class="bar">
              <meter min={0} max={Math.max(1, asked)} value={issued} aria-label={`${caller}: issued of asked`} />
            </td>
            <td>
              {issued} of {asked}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
