import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { Cell, Row } from '../../../workbook/types'
import type { KindJudge, SheetContext } from '../kinds/kindJudge'
import { questionIdOf, tableColumn } from '../questions'
import { isDateCell, isOrganisation } from '../table/cellNature'
import { cellText, isBlankCell } from '../table/cellText'
import { withinSpan } from '../table/furtherTables'
import { isKeyOf } from '../table/keyContent'
import type { GroupFields } from '../table/sections'
import type { FileContext } from './fileContext'
import { RowReader, type Fault } from './rowReader'

/** What a record is taken for: its fields in their columns, or the doubt about them. `joined` is the column that holds the delimiter. */
export interface Taken { row: Row; joined: number | null; fault: Fault | null }

interface Reading { row: Row; joined: number | null; states: string; notices: number }

type Nature = (cell: Cell) => boolean

const sampledRows = 50
const fewestOfOneNature = 2
/** A record with more is no row of the table in which somebody forgot a quotation mark. */
const mostSurplus = 8

/**
 * Records of a text table with more fields than its header. Somewhere a delimiter stands in a text that nobody has quoted,
 * and what is behind it stands a column too far right. Where only one way to join the fields again gives every column what
 * belongs there, or all of them say the same, the row is read so; else the cells are asked about.
 */
export class SurplusFields {
  /** Fields of a record of this table; unknown until rows below the header were seen. */
  private width: number | null = null
  private headerWidth = 0
  private natures: readonly (Nature | null)[] = []

  constructor(private readonly context: SheetContext, private readonly file: Pick<FileContext, 'sha256' | 'base1904' | 'delimiter' | 'answers'>, private readonly judge: KindJudge) {}

  /** Learns from the first rows below the header how many fields a record has and what stands in its columns. */
  learn(rows: readonly Row[]): void {
    if (this.width !== null || this.file.delimiter === undefined) return
    const { rows: headerRows } = this.context.header
    this.headerWidth = Math.max(this.headerWidth, ...rows.filter(({ row }) => headerRows.includes(row)).map(fieldsOf))
    const body = rows.filter(({ row }) => row > Math.max(0, ...headerRows)).slice(0, sampledRows)
    if (body.length === 0) return
    this.width = widthOf(this.headerWidth, body)
    const keys = this.judge.keyFields.flatMap((field) => this.context.mapping.fields.get(field)?.index ?? [])
    const usual = body.filter((row) => fieldsOf(row) <= (this.width ?? 0) && keys.some((column) => isKeyOf(this.context.kind, row.cells[column]) !== false))
    this.natures = Array.from({ length: this.width }, (_, column) => this.natureOf(column, usual.map(({ cells }) => cells[column] ?? null)))
  }

  /** What all cells of a column are: what the judge does not read, numbers and days too, since it cannot tell one in the wrong place. */
  private natureOf(column: number, cells: readonly Cell[]): Nature | null {
    const heading = this.context.mapping.unmapped.find(({ index }) => index === column)?.header
    if (heading?.endsWith('序号')) return isWholeNumber
    const filled = cells.filter((cell) => !isBlankCell(cell))
    if (filled.length < fewestOfOneNature) return null
    return (heading === undefined ? [isOrganisations] : [isWholeNumber, isDateCell, isOrganisations]).find((nature) => filled.every(nature)) ?? null
  }

  /** The row as it is meant; null for one that has no more fields than the header. */
  take(whole: Row, group: GroupFields): Taken | null {
    const { width } = this
    const { delimiter } = this.file
    if (width === null || delimiter === undefined || fieldsOf(whole) <= width) return null
    const surplus = fieldsOf(whole) - width
    const asWritten = { row: whole, joined: null }
    const readings = surplus > mostSurplus ? [] : [asWritten, ...Array.from({ length: width }, (_, column) => ({ row: joinedAt(whole, column, surplus, delimiter), joined: column }))]
    const fitting = readings.flatMap((reading) => this.fitting(reading, group) ?? [])
    const clearest = Math.min(...fitting.map(({ notices }) => notices))
    return this.decide(whole, fitting.filter(({ notices }) => notices === clearest))
  }

  /** The reading with what it states, where every cell is what its column holds. */
  private fitting({ row, joined }: { row: Row; joined: number | null }, group: GroupFields): Reading | null {
    const cells = withinSpan(row, this.context.span)
    if (!this.natures.every((nature, column) => nature === null || isBlankCell(row.cells[column]) || nature(row.cells[column] ?? null))) return null
    const reader = new RowReader(cells, this.context.mapping, this.file.base1904, undefined, group)
    const states = JSON.stringify(this.judge.read(reader))
    return reader.faults.length > 0 ? null : { row: cells, joined, states, notices: reader.notices.length + reader.repairs.length }
  }

  /** Asks about one cell after the other, from the left, until the answers leave one reading. */
  private decide(whole: Row, fitting: readonly Reading[]): Taken {
    let left = fitting
    for (const [field, { index, header }] of [...this.context.mapping.fields].sort(([, a], [, b]) => a.index - b.index)) {
      if (new Set(left.map(({ states }) => states)).size < 2) break
      const texts = [...new Set(left.map(({ row }) => cellText(row.cells[index])))]
      if (texts.length < 2) continue
      const answer = this.file.answers[questionIdOf(this.file.sha256, { sheet: this.context.sheet, row: whole.row, field, table: tableColumn(this.context.span) })]
      const answered = left.filter(({ row }) => cellText(row.cells[index]) === String(answer))
      if (answered.length > 0) left = answered
      else return { row: whole, joined: null, fault: { ...this.faultAt(whole, index), verdict: 'review', field, heading: header.split('/').at(-1) ?? '', choices: texts.filter((text) => text !== '') } }
    }
    const [only] = left
    return only ? { row: only.row, joined: only.joined, fault: null } : { row: whole, joined: null, fault: this.faultAt(whole, this.width ?? 0) }
  }

  private faultAt(whole: Row, column: number): Fault {
    return {
      verdict: 'rejected', field: '', column: columnLetters(column), heading: '', code: 'surplus_fields', isKey: true,
      value: whole.cells.map(cellText).join(this.file.delimiter).slice(0, 200), words: { fields: fieldsOf(whole), expected: this.width },
    }
  }
}

function fieldsOf({ cells, fields }: Row): number {
  return fields ?? cells.length
}

/** As many as the header has, or more where most rows end with as many empty ones; without a header as many as most rows have. */
function widthOf(headerWidth: number, body: readonly Row[]): number {
  if (headerWidth === 0) return commonest(body.map(fieldsOf))
  const padded = body.filter((row) => fieldsOf(row) > headerWidth && row.cells.slice(headerWidth).every(isBlankCell))
  return padded.length * 2 > body.length ? commonest(padded.map(fieldsOf)) : headerWidth
}

function commonest(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort(([a, aTimes], [b, bTimes]) => bTimes - aTimes || b - a)[0]?.[0] ?? 0
}

const isWholeNumber: Nature = (cell) => /^\s*\d+\s*$/u.test(cellText(cell))

/** One organisation, or several with a comma between them. */
const isOrganisations: Nature = (cell) => cellText(cell).split(/[,，]/u).every((part) => isOrganisation(part))

/** The record with `surplus` + 1 fields from this column on as one. */
function joinedAt(whole: Row, column: number, surplus: number, delimiter: string): Row {
  const joined = whole.cells.slice(column, column + surplus + 1).map(cellText).join(delimiter)
  const cells = [...whole.cells.slice(0, column), joined === '' ? null : joined, ...whole.cells.slice(column + surplus + 1)]
  return { row: whole.row, cells }
}
