import type { Progress } from './importJob'

const tellEveryMs = 100

interface Reading { read: number; size: number; rows: number }

/**
 * Rate and remaining time of a file being read; tells about ten times a second. Both count from the first rows: half of a
 * workbook may be its texts, which are read before any row and take a moment.
 */
export class ProgressMeter {
  private toldAt = 0
  private first: (Reading & { at: number }) | null = null

  constructor(private readonly tell: (progress: Progress) => void, private readonly now = () => performance.now()) {}

  readonly take = ({ read, size, rows }: Reading): void => {
    const now = this.now()
    this.first ??= { read, size, rows, at: now }
    if (now - this.toldAt < tellEveryMs) return
    this.toldAt = now
    const { first } = this
    const elapsedMs = now - first.at
    const isMoving = elapsedMs > 0 && read > first.read && read <= size
    this.tell({
      read, size: Math.max(size, read), rows,
      rowsPerSecond: elapsedMs > 0 ? Math.round(((rows - first.rows) * 1000) / elapsedMs) : 0,
      remainingMs: isMoving ? Math.round((elapsedMs * (size - read)) / (read - first.read)) : null,
    })
  }
}
