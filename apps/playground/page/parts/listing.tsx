import type { ComponentChildren } from 'preact'

/** Text as it is. It may scroll, so it must be reachable by keyboard. */
export function Listing({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="listing" aria-label={name} tabIndex={0}>
      <pre>{children}</pre>
    </section>
  )
}
