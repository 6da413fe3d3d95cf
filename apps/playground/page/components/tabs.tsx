interface TabsProps {
  readonly label: string
  readonly names: readonly string[]
  readonly chosen: string
  readonly onChoose: (name: string) => void
}

/** Tabs for the panel with the id `messages`. Arrow keys move between them, as in the ARIA pattern. */
export function Tabs({ label, names, chosen, onChoose }: TabsProps) {
  const move = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = (names.indexOf(chosen) + by + names.length) % names.length
    onChoose(names[next] ?? chosen)
    if (event.currentTarget instanceof HTMLElement) {
      event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
    }
  }
  return (
    <div role="tablist" aria-label={label} class="tabs" onKeyDown={move}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === chosen}
          aria-controls="messages"
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
