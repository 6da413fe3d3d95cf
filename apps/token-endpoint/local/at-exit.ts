const waiting = new Set<() => void>()

/** Has `work` done if this process exits before the function that is returned is called. For what must not stay behind. */
export function atExit(work: () => void): () => void {
  // One listener for all: Node takes many for a leak.
  if (waiting.size === 0) process.once('exit', runAll)
  waiting.add(work)
  return () => {
    waiting.delete(work)
    if (waiting.size === 0) process.off('exit', runAll)
  }
}

function runAll(): void {
  for (const work of waiting) work()
}
