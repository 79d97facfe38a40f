import type { FilledList } from '../../../shared/bridge/units'
import { columnLetters } from '../../../shared/domain/columnLetters'
import { fail, Refusal, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { openFormProcess, type OpenForm } from '../../workbook/forms/formClient'
import type { CellEdit } from '../../workbook/forms/formValues'
import { openParser } from '../../workbook/parserClient'
import type { FileFormat, ReadEvent, ReadOptions, Row } from '../../workbook/types'
import { textWidth } from '../../workbook/write/sheet/textMeasure'
import { writeList, type ListValue } from '../../workbook/write/list/listWriter'
import type { RegisterSession } from '../opened/session'
import { factsOf, type Facts } from './lineFacts'
import { findLineKeys, isLine, readLine, readUnit, textOf, widthOf, type LineKeys } from './lineKeys'

export interface FillListOptions {
  /** The colleague's file. */
  file: string
  /** Reads it in a parser process; absent: in one of its own. */
  open?: ((path: string, options: ReadOptions) => AsyncIterable<ReadEvent>) | undefined
  /** Opens it to be filled; absent: in a parser process of its own. */
  openForm?: OpenForm | undefined
  /** An .xlsx; never the file itself. */
  out: string
  /** YYYY-MM-DD; statuses hold on it. */
  today: string
  creator: string
  /** Epoch milliseconds. */
  at: number
}

/** What stands in a line: nothing of it depends on how a cell is formatted. */
interface LineEdit extends CellEdit { value: string | number | null }

interface ReadSheet { name: string | null; rows: Row[] }

/** A list that a colleague keeps by hand is no longer than this. */
const mostRows = 200_000

/**
 * Fills a colleague's list (核对回填): beside every line that names a standard, patent, mark or unit, what the register
 * knows of it today; lines that it does not know say so. What stands in the file stays as it is.
 *
 * @returns no_known_column when no sheet has numbers or names of the register's kinds, too_large, what reading and
 *          writing refuse
 */
export async function fillList(session: RegisterSession, options: FillListOptions): Promise<Result<FilledList>> {
  const { format, sheets } = await readSheets((options.open ?? openParser)(options.file, {}))
  const edits = new Map<string, LineEdit[]>()
  const filled: FilledList['sheets'] = []
  for (const sheet of sheets) {
    const keys = findLineKeys(sheet.rows, options.today)
    if (!keys) continue
    const done = await fillSheet(session, sheet, keys, options.today)
    edits.set(sheet.name ?? '', done.edits)
    filled.push(done.summary)
  }
  if (filled.length === 0) return fail('no_known_column', { file: options.file }, { columns: headingsOf(sheets) })
  const how = format === 'xlsx' ? 'patched' : 'copied'
  const written = how === 'patched' ? await patch(options, edits) : await copy(options, sheets, edits)
  return written.ok ? succeed({ file: options.file, out: options.out, how, sheets: filled }) : written
}

async function readSheets(events: AsyncIterable<ReadEvent>): Promise<{ format: FileFormat; sheets: ReadSheet[] }> {
  const sheets: ReadSheet[] = []
  let format: FileFormat = 'xlsx'
  let rows = 0
  for await (const event of events) {
    if (event.type === 'workbook') format = event.info.format
    else if (event.type === 'sheet') sheets.push({ name: event.sheet.name, rows: [] })
    else if (event.type === 'rows') {
      rows += event.rows.length
      if (rows > mostRows) throw new Refusal('too_large', undefined, { limit: mostRows })
      sheets.at(-1)?.rows.push(...event.rows)
    }
  }
  return { format, sheets }
}

async function fillSheet(session: RegisterSession, { name, rows }: ReadSheet, keys: LineKeys, today: string) {
  const facts = factsOf(session, keys.kind, today)
  const first = widthOf(rows)
  const heading = rows.find(({ row }) => row === keys.headerRow)?.cells ?? []
  const lines = rows.filter((row) => isLine(keys, row))
    .map(({ row, cells }) => ({ row, asked: readLine(keys, cells, heading, today), unit: readUnit(keys, cells) }))
  const known = await facts.lookUp([...new Set(lines.flatMap(({ asked }) => asked))])
  const edits: LineEdit[] = keys.headerRow === null ? [] : cellsAt(keys.headerRow, first, [t('fillList.result'), ...facts.headings])
  let found = 0
  let disagreeing = 0
  for (const { row, asked, unit } of lines) {
    const facts = asked.map((key) => known.get(key)).find((value) => value !== undefined)
    const contradiction = unit && contradictionOf(unit, known)
    if (contradiction) disagreeing++
    else if (facts) found++
    edits.push(...cellsAt(row, first, contradiction ? [contradiction] : facts ? [t('fillList.found'), ...facts.values] : [t('fillList.notFound')]))
  }
  const summary: FilledList['sheets'][number] = {
    sheet: name, kind: keys.kind, keyColumns: keys.columns.map(columnLetters), firstColumn: columnLetters(first), lines: lines.length, found, disagreeing, notFound: lines.length - found - disagreeing,
  }
  return { edits, summary }
}

/** A line whose code and name are two units says so: which one is meant only its sender knows. */
function contradictionOf({ code, name }: { code: string; name: string }, known: ReadonlyMap<string, Facts>): string | null {
  const [byCode, byName] = [known.get(code)?.unit, known.get(name)?.unit]
  if (byName === undefined || byCode?.subject === byName.subject) return null
  if (byCode !== undefined) return t('fillList.disagrees', { name: byCode.name, other: byName.name, code: byName.code ?? t('fillList.noCode') })
  return byName.code === null || byName.code === code ? null : t('fillList.otherCode', { name: byName.name, code: byName.code })
}

function cellsAt(row: number, first: number, values: readonly (string | number | null)[]): LineEdit[] {
  return values.flatMap((value, index) => (value === null || value === '' ? [] : [{ row, column: first + index, value }]))
}

async function patch({ file, out, openForm = openFormProcess }: FillListOptions, edits: ReadonlyMap<string, LineEdit[]>): Promise<Result<unknown>> {
  const form = await openForm(file, 'list')
  try {
    return await form.fill(edits, out)
  } finally {
    form.close()
  }
}

/** Formats that cannot be patched: the values of the sheets that were filled, one under the other in one list. */
function copy({ out, creator, at }: FillListOptions, sheets: readonly ReadSheet[], edits: ReadonlyMap<string, LineEdit[]>): Promise<Result<unknown>> {
  const rows: { cells: ListValue[] }[] = []
  for (const sheet of sheets) {
    const own = Map.groupBy(edits.get(sheet.name ?? '') ?? [], ({ row }) => row)
    if (own.size === 0) continue
    for (const { row, cells } of sheet.rows) {
      const line: ListValue[] = cells.map((cell) => textOf(cell) || null)
      for (const { column, value } of own.get(row) ?? []) {
        while (line.length < column) line.push(null)
        line[column] = typeof value === 'number' || value === null ? value : String(value)
      }
      rows.push({ cells: line })
    }
  }
  const width = Math.max(1, widthOf(rows))
  const [head = [], ...body] = rows.map(({ cells }) => Array.from({ length: width }, (_, index) => cells[index] ?? null))
  const columns = head.map((value, index) => ({ header: String(value ?? ''), kind: 'number' as const, width: widthFor([value, ...body.map((line) => line[index])]) }))
  return writeList(out, { sheetName: t('fillList.sheet'), columns, rows: [body], footer: t('report.footer'), creator, createdAt: at })
}

const [narrowest, widest] = [8, 48]

/** As wide as its longest text, so that a code or a name is not covered by the next column. */
function widthFor(values: readonly ListValue[]): number {
  return values.reduce<number>((width, value) => Math.min(widest, Math.max(width, textWidth(String(value ?? '')) + 2)), narrowest)
}

function headingsOf(sheets: readonly ReadSheet[]): string[] {
  return [...new Set(sheets.flatMap(({ rows }) => rows[0]?.cells.map(textOf) ?? []))].filter((text) => text !== '').slice(0, 20)
}
