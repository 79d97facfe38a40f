import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { placeOf } from './placeOf'
import { writeWhole } from '../../../store/durableFile'
import { dropFolder, temporaryFolder } from '../../../store/temporaryFolders'

interface SpooledSheet { rows: number[]; offsets: number[]; lengths: number[]; width: number }

/**
 * The rows of a file that is looked at, on disk in the order in which they were read: any page of a long sheet is one
 * short read, and memory holds three numbers a row.
 */
export class SpooledFile {
  private readonly folder = temporaryFolder('rows')
  private readonly file = openSync(join(this.folder, 'rows'), 'w+')
  private readonly sheets = new Map<string | null, SpooledSheet>()
  private end = 0

  append(sheet: string | null, rows: readonly { row: number; cells: readonly string[] }[]): void {
    const spooled = this.sheets.get(sheet) ?? { rows: [], offsets: [], lengths: [], width: 0 }
    this.sheets.set(sheet, spooled)
    const texts = rows.map(({ cells }) => Buffer.from(JSON.stringify(cells)))
    let offset = this.end
    rows.forEach(({ row, cells }, at) => {
      const length = texts[at]?.length ?? 0
      spooled.rows.push(row)
      spooled.offsets.push(offset)
      spooled.lengths.push(length)
      spooled.width = Math.max(spooled.width, cells.length)
      offset += length
    })
    const written = Buffer.concat(texts)
    writeWhole(this.file, written, this.end)
    this.end = offset
  }

  /** Number of the last row that was read; 0 before there is one. */
  lastRow(sheet: string | null): number {
    return this.sheets.get(sheet)?.rows.at(-1) ?? 0
  }

  width(sheet: string | null): number {
    return this.sheets.get(sheet)?.width ?? 0
  }

  /** Cells of a row; none for a row that is blank or not read yet. */
  cells(sheet: string | null, row: number): string[] {
    const spooled = this.sheets.get(sheet)
    const at = spooled ? placeOf(spooled.rows, row) : -1
    if (!spooled || spooled.rows[at] !== row) return []
    const text = Buffer.alloc(spooled.lengths[at] ?? 0)
    readSync(this.file, text, 0, text.length, spooled.offsets[at] ?? 0)
    return JSON.parse(text.toString()) as string[] // written by append
  }

  close(): void {
    closeSync(this.file)
    dropFolder(this.folder)
  }
}
