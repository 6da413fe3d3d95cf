import { Buffer } from 'node:buffer'

/** Lines of text, of which the oldest make room for the newest. */
export interface RingBuffer {
  /** @param line a text without line breaks. */
  push: (line: string) => void
  /** Oldest first. */
  lines: () => string[]
  /** How many lines have been dropped since the buffer was last empty. */
  dropped: () => number
  clear: () => void
}

interface Segment {
  buffer: Buffer
  used: number
  count: number
}

/** The fewer, the more lines are dropped at once. */
const SEGMENTS = 32

/**
 * Keeps lines in segments outside of the heap: never more than `maxBytes`, and nothing for the garbage collector to
 * follow. Whole segments are dropped.
 */
export function createRingBuffer(maxBytes: number): RingBuffer {
  const segmentBytes = Math.ceil(maxBytes / SEGMENTS)
  let segments: Segment[] = []
  let allocated = 0
  let dropped = 0

  const segmentFor = (bytes: number): Segment | undefined => {
    const last = segments.at(-1)
    if (last && last.buffer.length - last.used >= bytes) return last
    const size = Math.max(segmentBytes, bytes)
    if (size > maxBytes) return undefined
    let spare: Buffer | undefined
    while (allocated + size > maxBytes) spare = drop()
    const buffer = spare?.length === size ? spare : Buffer.allocUnsafeSlow(size)
    const segment = { buffer, used: 0, count: 0 }
    segments.push(segment)
    allocated += size
    return segment
  }

  /** Returns what the oldest segment took, to be used again: freed memory waits for the garbage collector. */
  const drop = (): Buffer | undefined => {
    const oldest = segments.shift()
    allocated -= oldest?.buffer.length ?? allocated
    dropped += oldest?.count ?? 0
    return oldest?.buffer
  }

  return {
    push: (line) => {
      const bytes = Buffer.byteLength(line) + 1
      const segment = segmentFor(bytes)
      if (!segment) {
        dropped += 1
        return
      }
      segment.used += segment.buffer.write(`${line}\n`, segment.used)
      segment.count += 1
    },
    lines: () => segments.flatMap(({ buffer, used }) => buffer.toString('utf8', 0, used).split('\n').slice(0, -1)),
    dropped: () => dropped,
    clear: () => {
      segments = []
      allocated = 0
      dropped = 0
    },
  }
}
