import { columnLetters } from '../../../../shared/domain/columnLetters'
import { Refusal, type Result } from '../../../../shared/domain/result'
import { writeFileAtomically } from '../atomicFile'
import { absoluteRangeOf, rangeOf } from '../sheet/cellAddress'
import { cellWritersOf, type CellWriter, type ListColumn, type ListValue } from './listCells'
import { addClosingParts, addLeadingParts, sheetPath, type DocumentProperties, type PackageSheet } from '../package/packageParts'
import { claimSheetName } from '../sheet/sheetName'
import { digitPt, pagesAcross } from '../sheet/pageFit'
import { columnsXml, pageXml, SHEET_OPEN, viewXml } from '../sheet/sheetParts'
import { createStyleTable } from '../sheet/styleTable'
import { textWidth } from '../sheet/textMeasure'
import { asciiBytes, XmlBytes } from '../package/xmlBytes'
import { textElement } from '../package/xmlText'
import { createZipWriter, type ZipPart, type ZipWriter } from '../package/zipWriter'

export type { ListColumn, ListValue } from './listCells'

/** Rows arrive in batches, so that the caller can page through a store; a batch of some hundred rows is best. */
export type RowBatches = AsyncIterable<readonly (readonly ListValue[])[]> | Iterable<readonly (readonly ListValue[])[]>

export interface ListOptions extends DocumentProperties {
  sheetName: string
  columns: readonly ListColumn[]
  rows: RowBatches
  /** Print footer with &P and &N. */
  footer: string
  onProgress?: (rowsWritten: number) => void
  signal?: AbortSignal
  /** Data rows of one sheet; the format's limit by default. */
  rowsPerSheet?: number
}

export interface ListSummary {
  rows: number
  sheets: string[]
  sizeBytes: number
}

const MAX_SHEET_ROWS = 1_048_576
const BLOCK_BYTES = 256 * 1024

/**
 * Writes a plain list as .xlsx in constant memory: bold frozen header with a filter, one page wide where its letters can
 * then be read, header repeated on each page, and the first column too where there are several across. What does not fit on one sheet goes on to a next one with the same header.
 *
 * @returns file_not_writable, disk_full, job_cancelled or text_too_long (with sheet, row and column) leave no file
 */
export function writeList(path: string, options: ListOptions): Promise<Result<ListSummary>> {
  return writeFileAtomically(path, options.signal, async (sink) => {
    const zip = createZipWriter(sink)
    await addLeadingParts(zip, options)
    const list = listSheets(zip, options)
    let rows = 0
    for await (const batch of options.rows) {
      await list.addRows(batch)
      rows += batch.length
      options.onProgress?.(rows)
    }
    const sheets = await list.close()
    await zip.finish()
    return { rows, sheets: sheets.map((sheet) => sheet.name), sizeBytes: sink.size }
  })
}

/** The sheets of the list, opened one after another as rows come in. */
function listSheets(zip: ZipWriter, options: ListOptions) {
  const styles = createStyleTable()
  const writers = cellWritersOf(options.columns, styles)
  const headerStyle = styles.use({ bold: true, horizontal: 'center', vertical: 'center', fill: 'E7EEF7' })
  const lastRow = Math.min((options.rowsPerSheet ?? MAX_SHEET_ROWS) + 1, MAX_SHEET_ROWS)
  const lastColumn = options.columns.length - 1
  const widths = options.columns.map(widthOf)
  const pagesWide = pagesAcross('A4', widths.reduce((sum, width) => sum + width, 0) * digitPt)
  const out = new XmlBytes()
  const taken = new Set<string>()
  const sheets: PackageSheet[] = []
  let part: ZipPart | undefined
  let row = 0

  async function openSheet(): Promise<ZipPart> {
    sheets.push({ name: claimSheetName(options.sheetName, taken), printTitles: '$1:$1', ...(pagesWide > 1 ? { printColumns: '$A:$A' } : {}) })
    const view = viewXml({ frozenRows: 1, frozenColumns: 0, selected: sheets.length === 1 })
    out.markup(`${SHEET_OPEN}${view}${columnsXml(widths)}<sheetData>${headerRow(options.columns, headerStyle)}`)
    row = 1
    return zip.open(sheetPath(sheets.length - 1))
  }

  async function closeSheet(open: ZipPart): Promise<void> {
    sheets[sheets.length - 1]!.filter = absoluteRangeOf(1, 0, row, lastColumn)
    out.markup(`</sheetData><autoFilter ref="${rangeOf(1, 0, row, lastColumn)}"/>${pageXml('A4', options.footer, false, pagesWide)}</worksheet>`)
    await open.write(out.take())
    await open.close()
  }

  return {
    async addRows(batch: readonly (readonly ListValue[])[]): Promise<void> {
      for (const values of batch) {
        if (part !== undefined && row === lastRow) {
          await closeSheet(part)
          part = undefined
        }
        part ??= await openSheet()
        row++
        writeRow(out, writers, values, row, sheets.at(-1)?.name)
        if (out.length >= BLOCK_BYTES) await part.write(out.take())
      }
    },
    async close(): Promise<PackageSheet[]> {
      await closeSheet(part ?? (await openSheet()))
      await addClosingParts(zip, sheets, styles.toXml())
      return sheets
    },
  }
}

const FILTER_BUTTON_WIDTH = 4
const TEXT_WIDTH = 18
/** Narrower than its digits, a number or date shows as ####. */
const NUMBER_WIDTH = 12

function widthOf({ header, kind, width }: ListColumn): number {
  if (kind === 'text') return width ?? Math.max(TEXT_WIDTH, textWidth(header) + FILTER_BUTTON_WIDTH)
  return Math.max(NUMBER_WIDTH, width ?? textWidth(header) + FILTER_BUTTON_WIDTH)
}

function headerRow(columns: readonly ListColumn[], style: number): string {
  const cells = columns.map(({ header }, index) => `<c r="${columnLetters(index)}1" s="${style}" t="inlineStr"><is>${textElement(header)}</is></c>`)
  return `<row r="1" ht="22" customHeight="1">${cells.join('')}</row>`
}

const ROW_OPEN = asciiBytes('<row r="')
const ROW_OPENED = asciiBytes('">')
const ROW_CLOSE = asciiBytes('</row>')

function writeRow(out: XmlBytes, writers: readonly CellWriter[], values: readonly ListValue[], row: number, sheet = ''): void {
  out.ascii(ROW_OPEN)
  out.integer(row)
  out.ascii(ROW_OPENED)
  try {
    for (let index = 0; index < writers.length; index++) writers[index]!(out, values[index], row)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(error.failure.code, { ...error.failure.at, sheet })
  }
  out.ascii(ROW_CLOSE)
}
