import { columnLetters } from '../../../shared/domain/columnLetters'
import type { Result } from '../../../shared/domain/result'
import type { DateLook } from '../xlsx/dateFormats'
import type { Cell, DateCell, IsoDateCell, Merge, ReadEvent, Row } from '../types'
import { writeFileAtomically } from './atomicFile'
import { rangeOf } from './sheet/cellAddress'
import { copyOfDate } from './sheet/dateSerial'
import { MAX_CELL_CHARACTERS } from './list/listCells'
import { addClosingParts, addLeadingParts, sheetPath, type DocumentProperties, type PackageSheet } from './package/packageParts'
import { claimSheetName } from './sheet/sheetName'
import { columnsXml, mergesXml, pageXml, SHEET_OPEN, viewXml } from './sheet/sheetParts'
import { createStyleTable, type StyleTable } from './sheet/styleTable'
import { widestLine } from './sheet/textMeasure'
import { textElement } from './package/xmlText'
import { createZipWriter, type ZipPart, type ZipWriter } from './package/zipWriter'

export interface CopyOptions extends DocumentProperties {
  /** Name of a sheet that has none. */
  sheetName: string
  footer: string
  /** Rows that are taken over; all where left out. */
  takes?(sheet: string | null, row: number): boolean
  signal?: AbortSignal
}

/** Errors that a cell of a workbook can hold; reasons of a reader are left empty. */
const errors = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'])
const narrowest = 8
const widest = 40
const blockCharacters = 256 * 1024

/**
 * Writes what was read of a file of any format as an .xlsx: every value in the row and column where it stood, texts as
 * texts, dates as dates, merged cells merged. Memory stays flat.
 *
 * @returns the names of the sheets by the names they had; what reading refuses, file_not_writable, disk_full, job_cancelled
 */
export function copyWorkbook(events: AsyncIterable<ReadEvent>, out: string, options: CopyOptions): Promise<Result<Map<string | null, string>>> {
  return writeFileAtomically(out, options.signal, async (sink) => {
    const zip = createZipWriter(sink)
    await addLeadingParts(zip, options)
    const copy = new Copy(zip, options)
    for await (const event of events) await copy.take(event)
    await copy.finish()
    return copy.names
  })
}

class Copy {
  readonly names = new Map<string | null, string>()
  private readonly styles = createStyleTable()
  private readonly sheets: PackageSheet[] = []
  private readonly taken = new Set<string>()
  private part: ZipPart | null = null
  private sheet: string | null = null
  private block: string[] = []
  private length = 0
  private base1904 = false

  constructor(private readonly zip: ZipWriter, private readonly options: CopyOptions) {}

  async take(event: ReadEvent): Promise<void> {
    switch (event.type) {
      case 'workbook':
        this.base1904 = event.info.base1904
        return
      case 'sheet':
        this.sheet = event.sheet.name
        this.sheets.push({ name: claimSheetName(event.sheet.name ?? this.options.sheetName, this.taken) })
        this.names.set(this.sheet, this.sheets.at(-1)?.name ?? '')
        return
      case 'rows':
        if (this.part === null) await this.open(event.rows)
        return this.write(event.rows)
      case 'tail':
        if (this.part === null) await this.open([])
        return this.close(event.tail.merges)
    }
  }

  async finish(): Promise<void> {
    await addClosingParts(this.zip, this.sheets, this.styles.toXml())
    await this.zip.finish()
  }

  /** Columns are as wide as the first rows want them. */
  private async open(first: readonly Row[]): Promise<void> {
    this.part = await this.zip.open(sheetPath(this.sheets.length - 1))
    const widths = widthsOf(first)
    this.add(SHEET_OPEN + viewXml({ frozenRows: 0, frozenColumns: 0, selected: this.sheets.length === 1 }) + (widths.length === 0 ? '' : columnsXml(widths)) + '<sheetData>')
  }

  private async write(rows: readonly Row[]): Promise<void> {
    for (const { row, cells, hidden } of rows) {
      if (this.options.takes?.(this.sheet, row) === false) continue
      this.add(`<row r="${row}"${hidden ? ' hidden="1"' : ''}>${cells.map((cell, column) => cellXml(cell, `${columnLetters(column)}${row}`, this.base1904, this.styles)).join('')}</row>`)
      if (this.length >= blockCharacters) await this.flush()
    }
  }

  private async close(merges: readonly Merge[]): Promise<void> {
    this.add(`</sheetData>${mergesXml(merges.map(({ top, left, bottom, right }) => rangeOf(top, left, bottom, right)))}${pageXml('A4', this.options.footer)}</worksheet>`)
    await this.flush()
    await this.part?.close()
    this.part = null
  }

  private add(text: string): void {
    this.block.push(text)
    this.length += text.length
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.from(this.block.join(''), 'utf8')
    this.block = []
    this.length = 0
    await this.part?.write(bytes)
  }
}

/** Formats that show as much of a date as the original's. */
const dateFormats: Readonly<Record<DateLook, string>> = { whole: 'yyyy-mm-dd', month: 'yyyy"年"m"月"', year: 'yyyy"年"', no_year: 'm"月"d"日"' }

function cellXml(cell: Cell, address: string, base1904: boolean, styles: StyleTable): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return textXml(cell, address, styles)
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${address}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('p' in cell) return `<c r="${address}" s="${styles.use({ format: '0.0%' })}"><v>${cell.p}</v></c>`
  if ('d' in cell || 'iso' in cell) return dateXml(cell, address, base1904, styles)
  if ('e' in cell && errors.has(cell.e)) return `<c r="${address}" t="e"><v>${cell.e}</v></c>`
  return ''
}

function dateXml(cell: DateCell | IsoDateCell, address: string, base1904: boolean, styles: StyleTable): string {
  const copy = copyOfDate(cell, base1904)
  if (copy === undefined) return 'iso' in cell ? textXml(cell.iso, address, styles) : ''
  return `<c r="${address}" s="${styles.use({ format: dateFormats[copy.shows ?? 'whole'] })}"><v>${copy.d}</v></c>`
}

/** Texts stay texts when somebody corrects them: the zero of 0532 and all digits of a code. */
function textXml(text: string, address: string, styles: StyleTable): string {
  return `<c r="${address}" s="${styles.use({ format: '@' })}" t="inlineStr"><is>${textElement(text.slice(0, MAX_CELL_CHARACTERS))}</is></c>`
}

function widthsOf(rows: readonly Row[]): number[] {
  const widths: number[] = []
  for (const { cells } of rows.slice(0, 100)) {
    for (const [column, cell] of cells.entries()) {
      const width = typeof cell === 'string' && cell.length < 200 ? widestLine(cell) + 2 : 12
      widths[column] = Math.min(widest, Math.max(widths[column] ?? narrowest, width))
    }
  }
  return Array.from(widths, (width) => width ?? narrowest)
}
