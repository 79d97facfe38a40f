import type { ImportRow, RowVerdict } from '../../../../shared/bridge/imports'
import type { PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import { conflictNotices, type SkipCode } from '../../../../shared/domain/errorCodes'
import { named } from '../../../../shared/text/named'
import { textOf } from '../../../../shared/text/t'
import type { TextKey } from '../../../../shared/text/zh-CN'
import type { RowReport } from '../importObserver'
import { fieldChanges, shorten } from './printValues'

/** What a page of rows tells about one of them beyond its verdict. */
type RowDetails = Pick<ImportRow, 'cell' | 'changes' | 'repairs' | 'wrong'> & { code: string; marked: string | null; answerId: string; message: Sentence | null; notices: Sentence[] }

/** A sentence that is not told before a window asks, in the window's language. */
interface Sentence {
  /** The cell that it is about, where it names none itself. */
  at?: string
  key: TextKey
  values: Readonly<Record<string, unknown>> & { field?: string }
}

interface SheetExtent {
  /** Places of the sheet's rows in the ledger. */
  begin: number
  end: number
  dataRows: number
  dataFrom: number | null
  dataTo: number | null
  skipped: Map<SkipCode, number>
}

export interface RowFilter { verdict?: RowVerdict | undefined; code?: string | undefined }

/** Details are kept for so many rows; a file with more differences shows verdicts without them. */
const mostDetails = 100_000
const doubts: ReadonlySet<RowVerdict> = new Set(['review', 'conflict'])
const disagreements: ReadonlySet<string> = new Set(conflictNotices)
const noDetails: Omit<RowDetails, 'code' | 'marked' | 'answerId'> = { cell: null, message: null, changes: [], repairs: [], notices: [], wrong: null }

/**
 * The verdict of every row of a judged file, in columns: half a million rows fit, and a page of them is a slice.
 * Each row has one verdict, the most telling first.
 */
export class RowLedger {
  private readonly sheets: number[] = []
  private readonly rows: number[] = []
  private readonly verdicts: RowVerdict[] = []
  private readonly keys: string[] = []
  private readonly titles: string[] = []
  private readonly details = new Map<number, RowDetails>()
  private readonly years = new Map<number, number>()
  private readonly verdictCounts: Partial<Record<RowVerdict, number>> = {}
  private readonly extents = new Map<number, SheetExtent>()
  private readonly filtered = new Map<string, number[]>()

  constructor(private readonly places: PlaceWords) {}

  /** @param isLeftOut  whether the clerk has answered that the row stays out */
  add(report: RowReport, isLeftOut: boolean): number {
    const index = this.rows.length
    const verdict = isLeftOut ? 'left_out' : verdictOf(report)
    this.sheets.push(report.sheet)
    this.rows.push(report.row)
    this.verdicts.push(verdict)
    this.verdictCounts[verdict] = (this.verdictCounts[verdict] ?? 0) + 1
    this.extend(report, index)
    this.keys.push(shorten(report.key, 120))
    this.titles.push(shorten(report.title, 200))
    if (report.year !== null) this.years.set(report.year, (this.years.get(report.year) ?? 0) + 1)
    if (this.details.size < mostDetails) {
      const details = detailsOf(report, this.places)
      if (details) this.details.set(index, details)
    }
    return index
  }

  get length(): number {
    return this.rows.length
  }

  counts(): Partial<Record<RowVerdict, number>> {
    return { ...this.verdictCounts }
  }

  /** The year that most rows report; of equals the later. */
  commonYear(latest: number): number | null {
    const [best] = [...this.years].filter(([year]) => year <= latest).sort((a, b) => b[1] - a[1] || b[0] - a[0])
    return best?.[0] ?? null
  }

  page(filter: RowFilter, from: number, to: number, sheetName: (sheet: number) => string | null): { total: number; rows: ImportRow[] } {
    const found = this.matching(filter)
    return { total: found.length, rows: found.slice(from, to).map((index) => this.row(index, sheetName)) }
  }

  row(index: number, sheetName: (sheet: number) => string | null): ImportRow {
    const sheet = this.sheets[index] ?? 0
    const { code: _code, marked: _marked, answerId: _answerId, message, notices, ...details } = this.details.get(index) ?? { ...noDetails, code: '', marked: null, answerId: '' }
    return {
      index, sheet, sheetName: sheetName(sheet), row: this.rows[index] ?? 1, verdict: this.verdicts[index] ?? 'same',
      key: this.keys[index] ?? '', title: this.titles[index] ?? '', message: message && tell(message), notices: notices.map(tell), ...details, corrections: [], kept: [],
    }
  }

  /** The cell that keeps a row out, with what stands in it; null when nothing does. */
  wrongCell(index: number): { sheet: number; row: number; cell: string; questionId: string; value: string } | null {
    const details = this.details.get(index)
    if (!details?.wrong || details.cell === null) return null
    return { sheet: this.sheets[index] ?? 0, row: this.rows[index] ?? 1, cell: details.cell, questionId: details.answerId, value: details.wrong.value }
  }

  /** Why rows were refused, asked about, repaired or passed over, with how often. */
  codes(): { code: string; verdict: RowVerdict; count: number }[] {
    const found = new Map<string, { code: string; verdict: RowVerdict; count: number }>()
    for (const [index, { code }] of this.details) {
      const verdict = this.verdicts[index]
      if (code === '' || verdict === undefined) continue
      const entry = found.get(code) ?? { code, verdict, count: 0 }
      entry.count++
      found.set(code, entry)
    }
    return [...found.values()].sort((a, b) => b.count - a.count)
  }

  /** Place of the next row that waits for the clerk, among the rows that were judged. */
  nextDoubt(after: number): number | null {
    const judged = this.matching({})
    for (let place = Math.max(0, after + 1); place < judged.length; place++) {
      const verdict = this.verdicts[judged[place] ?? 0]
      if (verdict !== undefined && doubts.has(verdict)) return place
    }
    return null
  }

  /** Place of a row among the rows that were judged (skipped ones left out). */
  placeOf(index: number): number {
    const judged = this.matching({})
    return lowerBound(0, judged.length, (place) => (judged[place] ?? 0) < index)
  }

  /** Verdicts of a sheet's rows by row number, for the sheet as it looks. */
  ofSheet(sheet: number, from: number, to: number): Map<number, { verdict: RowVerdict; code: string; marked: string | null }> {
    const found = new Map<number, { verdict: RowVerdict; code: string; marked: string | null }>()
    const extent = this.extents.get(sheet)
    if (!extent) return found
    const begin = lowerBound(extent.begin, extent.end, (index) => (this.rows[index] ?? 0) < from)
    for (let index = begin; index < extent.end; index++) {
      const row = this.rows[index] ?? 0
      if (row > to) break
      const details = this.details.get(index)
      found.set(row, { verdict: this.verdicts[index] ?? 'same', code: details?.code ?? '', marked: details?.marked ?? null })
    }
    return found
  }

  /** How far a sheet's data reaches and what was passed over in it. */
  extentOf(sheet: number): SheetExtent {
    return this.extents.get(sheet) ?? { begin: 0, end: 0, dataRows: 0, dataFrom: null, dataTo: null, skipped: new Map() }
  }

  /** A sheet's rows come together and in their order. */
  private extend({ sheet, row, skipped }: RowReport, index: number): void {
    const extent = this.extents.get(sheet) ?? { begin: index, end: index, dataRows: 0, dataFrom: null, dataTo: null, skipped: new Map<SkipCode, number>() }
    this.extents.set(sheet, extent)
    extent.end = index + 1
    if (skipped !== undefined) {
      extent.skipped.set(skipped, (extent.skipped.get(skipped) ?? 0) + 1)
      return
    }
    extent.dataRows++
    extent.dataFrom ??= row
    extent.dataTo = row
  }

  private matching({ verdict, code }: RowFilter): number[] {
    const key = `${verdict ?? ''}|${code ?? ''}`
    const known = this.filtered.get(key)
    if (known) return known
    const found: number[] = []
    for (let index = 0; index < this.verdicts.length; index++) {
      const isWanted = verdict === undefined ? this.verdicts[index] !== 'skipped' || code !== undefined : this.verdicts[index] === verdict
      if (isWanted && (code === undefined || this.details.get(index)?.code === code)) found.push(index)
    }
    this.filtered.set(key, found)
    return found
  }
}

function tell({ at, key, values }: Sentence): string {
  const text = textOf(key, values.field === undefined ? values : { ...values, field: named(values.field) })
  return at === undefined ? text : `${at} ${text}`
}

/** First position in [low, high) for which the test no longer holds. */
function lowerBound(low: number, high: number, isBefore: (position: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function verdictOf({ verdict, repairs, notices }: RowReport): RowVerdict {
  if (verdict === 'rejected' || verdict === 'review' || verdict === 'skipped') return verdict
  if (notices.some((notice) => disagreements.has(notice.code))) return 'conflict'
  return repairs.length > 0 ? 'repaired' : verdict
}

function detailsOf({ row, skipped, fault, repairs, notices, change, verdict }: RowReport, places: PlaceWords): RowDetails | null {
  if (skipped !== undefined) return { ...noDetails, code: skipped, message: { key: `skip.${skipped}`, values: {} }, marked: null, answerId: '' }
  if (!fault && !change && repairs.length === 0 && notices.length === 0) return null
  const [repair] = repairs
  const column = fault?.column ?? repair?.column ?? ''
  return {
    code: fault?.code ?? repair?.code ?? '',
    marked: fault && column !== '' ? column : null,
    cell: column === '' ? null : `${column}${row}`,
    answerId: fault?.questionId ?? fault?.correctionId ?? '',
    wrong: fault && column !== '' ? { heading: fault.heading, value: shorten(String(fault.value ?? ''), 200) } : null,
    message: fault ? { key: `error.${fault.code}`, values: { readings: fault.choices ?? [], ...fault.words, value: fault.value ?? '', field: fault.heading } } : null,
    changes: change && verdict === 'changed' ? fieldChanges(change.kind, change.before, change.after, places).map((one) => ({ ...one, canKeep: one.from !== '' && change.stated.includes(one.field) })) : [],
    repairs: repairs.map(({ column: at, from, to, code }) => ({ cell: `${at}${row}`, from: shorten(String(from ?? ''), 200), to: shorten(to, 200), code })),
    notices: notices.map(({ code, column: at, value, kept }) => ({ ...(disagreements.has(code) && at !== '' ? { at: `${at}${row}` } : {}), key: `notice.${code}`, values: { value: value ?? '', kept: kept ?? '', expected: kept ?? '' } })),
  }
}
