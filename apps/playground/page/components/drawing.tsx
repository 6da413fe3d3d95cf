import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface DrawingProps {
  readonly label: string
  readonly height: number
  readonly draw: (width: number) => ComponentChildren
}

/** A drawing in pixels of the page, as wide as its container: scaled down to a phone, its text would be too small. */
export function Drawing({ label, height, draw }: DrawingProps) {
  const container = useRef<SVGSVGElement>(null)
  const width = useSignal(640)
  useLayoutEffect(() => {
    if (container.current === null) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) width.value = Math.max(1, Math.round(entry.contentRect.width))
    })
    observer.observe(container.current)
    return () => observer.disconnect()
  }, [])
  return (
    <svg ref={container} viewBox={`0 0 ${width.value} ${height}`} role="img" aria-label={label}>
      {draw(width.value)}
    </svg>
  )
}
