import type { Progress } from './importJob'

const tellEveryMs = 100

/** Rate and remaining time of a file being read; tells about ten times a second. */
export class ProgressMeter {
  private readonly startedAt = performance.now()
  private toldAt = 0

  constructor(private readonly tell: (progress: Progress) => void) {}

  readonly take = ({ read, size, rows }: { read: number; size: number; rows: number }): void => {
    const now = performance.now()
    if (now - this.toldAt < tellEveryMs) return
    this.toldAt = now
    const elapsedMs = Math.max(1, now - this.startedAt)
    const remainingMs = read > 0 && read <= size ? Math.round((elapsedMs * (size - read)) / read) : null
    this.tell({ read, size: Math.max(size, read), rows, rowsPerSecond: Math.round((rows * 1000) / elapsedMs), remainingMs })
  }
}
