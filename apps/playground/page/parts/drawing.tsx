import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface DrawingProps {
  readonly label: string
  readonly height: number
  readonly draw: (width: number) => ComponentChildren
}

/** A drawing in pixels of the page, as wide as its place: scaled down to a phone, nobody could read its text. */
export function Drawing({ label, height, draw }: DrawingProps) {
  const place = useRef<SVGSVGElement>(null)
  const width = useSignal(640)
  useLayoutEffect(() => {
    if (place.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) width.value = Math.max(1, Math.round(entry.contentRect.width))
    })
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return (
    <svg ref={place} viewBox={`0 0 ${width.value} ${height}`} role="img" aria-label={label}>
      {draw(width.value)}
    </svg>
  )
}
