/** Rows of a long list that are read together. */
export const blockRows = 50

export interface RowBlocks {
  /** Asks for the blocks [first, last] of so many rows, as far as they are not asked for already. */
  show(first: number, last: number, count: number): void
  /** Nobody wants the answers any more. */
  close(): void
}

/**
 * Reads a long list block by block as it comes into view, each block once; one that could not be read is asked for again when it
 * comes into view again.
 *
 * @param load   reads the rows [from, to)
 * @param onRead hears of every block that has come, in whatever order
 */
export function readBlocks<T>(load: (from: number, to: number) => Promise<readonly T[]>, onRead: (block: number, rows: readonly T[]) => void, onFailed: (error: unknown) => void): RowBlocks {
  const asked = new Set<number>()
  let isOpen = true
  const ask = async (block: number, count: number): Promise<void> => {
    asked.add(block)
    try {
      const rows = await load(block * blockRows, Math.min(count, (block + 1) * blockRows))
      if (isOpen) onRead(block, rows)
    } catch (error) {
      asked.delete(block)
      if (isOpen) onFailed(error)
    }
  }
  return {
    show(first, last, count) {
      for (let block = first; block <= last && block * blockRows < count; block++) if (!asked.has(block)) void ask(block, count)
    },
    close() { isOpen = false },
  }
}
