import { jsonPieces } from '../model/json.ts'

/** Text as it is, with the JSON after its head coloured. */
export function Listing({ name, text }: { name: string; text: string }) {
  const headEnd = Math.max(0, text.indexOf('\n\n'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="listing" aria-label={name} tabIndex={0}>
      <pre>
        {text.slice(0, headEnd)}
        {jsonPieces(text.slice(headEnd)).map(({ kind, text: piece }, index) =>
          kind === 'plain' ? (
            piece
          ) : (
            <span key={index} class={kind}>
              {piece}
            </span>
          ),
        )}
      </pre>
    </section>
  )
}
