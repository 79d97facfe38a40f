import type { ReadEvent, Row, SheetInfo, SheetTail } from '../types'

const rowsPerBatch = 500

/** The chosen sheets of a document that is read in one pass, as the events of a reader: rows in batches, then the tail. */
export class SheetEvents {
  /** What stands after the rows of the open sheet. */
  tail: SheetTail = emptyTail()
  /** Whether the sheet that is open is one of those asked for. */
  isChosen = false
  private events: ReadEvent[] = []
  private rows: Row[] = []
  private place = -1

  constructor(private readonly sheets: readonly SheetInfo[], private readonly chosen: ReadonlySet<number>, private readonly maxRows: number) {}

  /** Name of the sheet that was opened last. */
  get name(): string | null {
    return this.sheets[this.place]?.name ?? null
  }

  /** No more rows of this sheet are wanted. */
  get isFull(): boolean {
    return this.tail.rows >= this.maxRows
  }

  openSheet(): void {
    const sheet = this.sheets[++this.place]
    this.isChosen = sheet !== undefined && this.chosen.has(sheet.index)
    this.tail = emptyTail()
    if (sheet && this.isChosen) this.events.push({ type: 'sheet', sheet })
  }

  closeSheet(): void {
    if (this.isChosen) this.events.push({ type: 'rows', rows: this.takeRows(), read: 0, size: 0 }, { type: 'tail', tail: this.tail })
    this.isChosen = false
  }

  add(row: Row): void {
    this.rows.push(row)
    this.tail.rows++
    if (this.rows.length >= rowsPerBatch) this.events.push({ type: 'rows', rows: this.takeRows(), read: 0, size: 0 })
  }

  /** What was read since the last call; rows of an unfinished sheet are handed on as they come. */
  *take(progress: { read: number; size: number }): Generator<ReadEvent> {
    const events = this.events
    this.events = []
    for (const event of events) yield event.type === 'rows' ? { ...event, ...progress } : event
    if (this.rows.length > 0 || events.length === 0) yield { type: 'rows', rows: this.takeRows(), ...progress }
  }

  private takeRows(): Row[] {
    const rows = this.rows
    this.rows = []
    return rows
  }
}

function emptyTail(): SheetTail {
  return { merges: [], autoFilter: false, hiddenColumns: [], rows: 0 }
}
