import { Refusal, type Failure, type Result } from '../../../../shared/domain/result'
import type { StoredBatch } from '../../../store/registerStore'
import { copyOriginal, type OriginalCopy } from '../originalFile'
import { shownCell } from '../session/printValues'
import type { OpenWorkbook } from '../session/runImport'
import { SpooledFile } from './spooledFile'

/** Columns beyond these are not shown. */
const shownColumns = 60

/** A kept file on its way from the parser to the disk, where pages of it are read from. */
export class OriginalReading {
  failure: Failure | null = null
  isReading = true
  private progressed: (() => void)[] = []
  private reading: ReturnType<OpenWorkbook> | null = null
  private isClosed = false
  /** Sheets of which no row is to come. */
  private readonly finished = new Set<string | null>()

  private constructor(private readonly copy: OriginalCopy, readonly rows: SpooledFile) {}

  /**
   * Answers once the file has begun to be read, or cannot be.
   *
   * @param sheets  names of the sheets that were taken in; none for a format without names
   * @returns what {@link copyOriginal} refuses, encrypted, wrong_password and what else reading refuses at once
   */
  static async begin(registerPath: string, batch: StoredBatch, sheets: readonly string[], open: OpenWorkbook, password?: string): Promise<Result<OriginalReading>> {
    const copied = await copyOriginal(registerPath, batch)
    if (!copied.ok) return copied
    const reading = new OriginalReading(copied.value, spoolFor(copied.value))
    void reading.run(open, { ...(sheets.length === 0 ? {} : { sheets: [...sheets] }), ...(password === undefined ? {} : { password }) })
    await reading.step()
    if (reading.failure === null) return { ok: true, value: reading }
    reading.close()
    return reading.failure
  }

  /** Waits until a row of a sheet has been read, or nothing more of the sheet comes. */
  async until(sheet: string | null, row: number): Promise<void> {
    while (this.isReading && !this.finished.has(sheet) && this.rows.lastRow(sheet) < row) await this.step()
  }

  close(): void {
    if (this.isClosed) return
    this.isClosed = true
    this.reading?.cancel?.()
    // Somebody may still be reading a page: the rows go when the reading is over.
    if (!this.isReading) this.end()
  }

  private async run(open: OpenWorkbook, options: { sheets?: string[]; password?: string }): Promise<void> {
    try {
      this.reading = open(this.copy.path, options)
      let sheet: string | null = null
      let base1904 = false
      for await (const event of this.reading) {
        if (this.isClosed) break
        if (event.type === 'workbook') base1904 = event.info.base1904
        if (event.type === 'sheet') sheet = event.sheet.name
        if (event.type === 'rows') this.rows.append(sheet, event.rows.map(({ row, cells }) => ({ row, cells: cells.slice(0, shownColumns).map((cell) => shownCell(cell, base1904)) })))
        if (event.type === 'tail') this.finished.add(sheet)
        this.tell()
      }
    } catch (error) {
      if (!(error instanceof Refusal)) console.error(error)
      this.failure = error instanceof Refusal ? error.failure : { ok: false, code: 'unexpected' }
    } finally {
      this.isReading = false
      this.tell()
      if (this.isClosed) this.end()
    }
  }

  private end(): void {
    this.rows.close()
    this.copy.dispose()
  }

  private step(): Promise<void> {
    return this.isReading ? new Promise((resolve) => this.progressed.push(resolve)) : Promise.resolve()
  }

  private tell(): void {
    const waiting = this.progressed
    this.progressed = []
    for (const resolve of waiting) resolve()
  }
}

/** Without a place for the rows the copy is of no use. */
function spoolFor(copy: OriginalCopy): SpooledFile {
  try {
    return new SpooledFile()
  } catch (error) {
    copy.dispose()
    throw error
  }
}
