import type { Result } from '../../../../shared/domain/result'
import { writeFileAtomically } from '../atomicFile'
import { rangeOf } from '../sheet/cellAddress'
import { checksXml, type CheckedColumn, type EntryCheck } from './entryChecks'
import { FormGrid, type GridCell } from './formGrid'
import { textRowHeight } from './formRows'
import type { TextSheet } from './formTypes'
import { addClosingParts, addLeadingParts, sheetPath, type DocumentProperties } from '../package/packageParts'
import { claimSheetName } from '../sheet/sheetName'
import { columnsXml, mergesXml, pageXml, SHEET_OPEN, viewXml } from '../sheet/sheetParts'
import { createStyleTable, type CellLook, type StyleTable } from '../sheet/styleTable'
import { drawTextSheet } from '../sheet/textSheet'
import { createZipWriter } from '../package/zipWriter'

export interface EntryColumn {
  header: string
  width: number
  isRequired: boolean
  /** Number format of its cells: `@` keeps every digit of a code. */
  format: string
  check(firstCell: string): EntryCheck | null
  prompt: string
  error: string
}

/** A form to be filled in by hand: title, a line of facts, headings that stay in sight, sample and prepared rows, checked cells. */
export interface EntryForm extends DocumentProperties {
  sheetName: string
  title: string
  /** The line under the title, each fact in the column where it stands. */
  facts: readonly { column: number; text: string }[]
  columns: readonly EntryColumn[]
  /** Shows how a row is filled, in another colour. */
  sample: readonly (string | number | null)[]
  /** Rows that are begun already. */
  rows: readonly (readonly (string | number | null)[])[]
  notes: TextSheet
  footer: string
}

const titleLook: CellLook = { fontName: '黑体', sizePt: 16, bold: true, horizontal: 'center', vertical: 'center' }
const factLook: CellLook = { horizontal: 'left', vertical: 'center' }
const headLook: CellLook = { bold: true, horizontal: 'center', vertical: 'center', wrap: true, border: true, fill: 'E7EEF7' }
const requiredFill = 'FFE699'
const sampleFill = 'EDEDED'
const bodyLook: CellLook = { vertical: 'center', border: true }
/** Rows with lines; columns are checked and formatted far below them. */
const drawnRows = 100
const checkedRows = 5_000
export const headerRow = 3

/** @returns file_not_writable, disk_full */
export function writeEntryForm(path: string, form: EntryForm): Promise<Result<{ sheet: string }>> {
  return writeFileAtomically(path, undefined, async (sink) => {
    const zip = createZipWriter(sink, 4)
    const styles = createStyleTable()
    const taken = new Set<string>()
    const sheet = claimSheetName(form.sheetName, taken)
    const notes = drawTextSheet(form.notes, { name: claimSheetName(form.notes.name, taken), first: false, styles, footer: form.footer })
    await addLeadingParts(zip, form)
    await zip.add(sheetPath(0), formXml(form, styles))
    await zip.add(sheetPath(1), notes.xml)
    await addClosingParts(zip, [{ name: sheet, printTitles: `$${headerRow}:$${headerRow}` }, notes.sheet], styles.toXml(), form)
    await zip.finish()
    return { sheet }
  })
}

function formXml(form: EntryForm, styles: StyleTable): string {
  const { columns, title, facts, sample, rows } = form
  const grid = new FormGrid(styles)
  grid.addRow(columns.map((_, column) => ({ value: column === 0 ? title : null, look: titleLook })), 34)
  grid.merge(1, { row: 0, column: 0, colSpan: columns.length })
  grid.addRow(columns.map((_, column) => ({ value: facts.find((fact) => fact.column === column)?.text ?? null, look: factLook })), 22)
  const headers = columns.map(({ header }) => header)
  grid.addRow(columns.map(({ header, isRequired }) => ({ value: header, look: isRequired ? { ...headLook, fill: requiredFill } : headLook })), textRowHeight(headers, columns.map(({ width }) => width), 30))
  const bodyRow = (values: readonly (string | number | null)[], fill?: string): GridCell[] => columns.map(({ format }, column) => ({ value: values[column] ?? null, look: { ...bodyLook, format, ...(fill === undefined ? {} : { fill }) } }))
  grid.addRow(bodyRow(sample, sampleFill), 22)
  const firstRow = grid.rowCount + 1
  for (const row of rows) grid.addRow(bodyRow(row), 22)
  for (let row = rows.length; row < drawnRows; row++) grid.addRow(bodyRow([]), 22)
  const view = viewXml({ frozenRows: headerRow, frozenColumns: 0, selected: true })
  return SHEET_OPEN + view + styledColumns(columns, styles) + grid.toXml() + mergesXml(grid.merges) + checksXml(checksOf(columns, firstRow)) + pageXml('A4', form.footer) + '</worksheet>'
}

/** Cells below the drawn ones take what is typed in the same form. */
function styledColumns(columns: readonly EntryColumn[], styles: StyleTable): string {
  const plain = columnsXml(columns.map(({ width }) => width))
  return columns.reduce((xml, { format }, index) => xml.replace(`<col min="${index + 1}" `, `<col min="${index + 1}" style="${styles.use({ format })}" `), plain)
}

function checksOf(columns: readonly EntryColumn[], firstRow: number): CheckedColumn[] {
  return columns.map(({ header, check, prompt, error }, column) => {
    const range = rangeOf(firstRow, column, firstRow + checkedRows, column)
    return { range, check: check(range.split(':')[0] ?? ''), promptTitle: header, prompt, error }
  })
}
