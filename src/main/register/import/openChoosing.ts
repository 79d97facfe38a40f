import type { StoredSource } from '../../store/registerStore'
import type { ReadEvent, ReadOptions, WorkbookInfo } from '../../workbook/types'

type Open = (path: string, options: ReadOptions) => AsyncIterable<ReadEvent>

/**
 * Reads a file whose sheets are chosen once it is known which there are: `choose` is asked after the event that tells
 * them, and names the sheets to read, or leaves it at those that `options` mean.
 */
export async function* openChoosing(open: Open, path: string, options: ReadOptions, choose: (info: WorkbookInfo) => string[] | undefined): AsyncGenerator<ReadEvent> {
  let sheets: string[] | undefined
  for await (const event of open(path, options)) {
    yield event
    if (event.type === 'workbook') sheets = choose(event.info)
    if (sheets) break
  }
  if (!sheets) return
  for await (const event of open(path, { ...options, sheets })) if (event.type !== 'workbook') yield event
}

/** The visible sheets and those named, hidden ones too, in their order; undefined where the visible ones are all. */
export function visibleAnd(names: ReadonlySet<string | null>, { sheets }: WorkbookInfo): string[] | undefined {
  if (!sheets.some(({ name, state }) => state !== 'visible' && names.has(name))) return undefined
  return sheets.flatMap(({ name, state }) => (name !== null && (state === 'visible' || names.has(name)) ? [name] : []))
}

/** Exactly the sheets that a batch was taken from, hidden ones too. A text file has none to name. */
export function sheetsOf(sources: readonly Pick<StoredSource, 'sheet'>[]): { sheets?: string[] } {
  const sheets = [...new Set(sources.flatMap(({ sheet }) => (sheet === null ? [] : [sheet])))]
  return sheets.length === 0 ? {} : { sheets }
}
