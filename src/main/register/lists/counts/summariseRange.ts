import type { RangeSummary } from '../../../../shared/bridge/blocks'
import { kindDefinitions } from '../../../../shared/domain/catalogue/fields'
import { listDefinitions, type ListField, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import type { ColumnSource } from '../../../store/columnSource'
import { unpackDate } from '../../columns/packedDate'
import type { RankedColumn, RankedLists } from '../../columns/rankedColumn'
import type { KindColumns } from '../kindColumns'
import type { ListRowCells } from '../rowCells'

export interface SummarySources {
  source: ColumnSource
  kind: ListKind
  columns: KindColumns
  /** Packed. */
  today: number
}

/** What a spreadsheet's status bar says of rows that are at hand. */
export function summariseRows(rows: readonly ListRowCells[], fields: readonly ListField[]): RangeSummary {
  const sum = new RunningSummary()
  for (const { cells } of rows) {
    for (const { name, type } of fields) {
      const cell = cells[name] ?? null
      if (cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)) continue
      if (isNumeric(type) && typeof cell === 'number') sum.add(cell)
      else if (type === 'date' && typeof cell === 'string') sum.addDate(cell)
      else sum.filled(1)
    }
  }
  return sum.result()
}

/**
 * The same of any number of rows, without reading them: numbers and computed fields from their arrays, other stored
 * fields by one scan of the table that only looks whether something is there.
 */
export async function summariseColumns(sources: SummarySources, ids: ArrayLike<number>, fields: readonly ListField[]): Promise<RangeSummary> {
  const sum = new RunningSummary()
  const wanted = memberTable(ids)
  const scanned: ListField[] = []
  for (const field of fields) {
    if (field.type === 'flag') sum.filled(ids.length)
    else if (isScanned(sources.kind, field)) scanned.push(field)
    else addColumn(sum, await sources.columns.values(field, sources.today), await sources.columns.ids(), wanted, field.type)
  }
  if (scanned.length > 0) await addStored(sum, sources, scanned, wanted)
  return sum.result()
}

/** Years name something; nobody wants their sum, but a spreadsheet would give it, and so does this. */
function isNumeric(type: ListField['type']): boolean {
  return type === 'number'
}

/** Stored in the kind's own table under its own name, with one value or a list in the cell. */
function isScanned(kind: ListKind, { stored, type }: ListField): boolean {
  const definition = kindDefinitions[listDefinitions[kind].record].fields.find(({ name }) => name === stored)
  return definition !== undefined && !isNumeric(type) && definition.type !== 'names' && definition.type !== 'positions'
}

async function addStored(sum: RunningSummary, { source, kind }: SummarySources, fields: readonly ListField[], wanted: Uint8Array): Promise<void> {
  const isDate = fields.map(({ type }) => type === 'date')
  await source.scan(listDefinitions[kind].record, fields.map(({ stored }) => stored ?? ''), (page) => {
    for (const [id, ...cells] of page) {
      if (wanted[Number(id)] !== 1) continue
      for (const [at, cell] of cells.entries()) {
        if (cell === null || cell === '' || cell === '[]') continue
        if (isDate[at]) sum.addDate(String(cell))
        else sum.filled(1)
      }
    }
  })
}

function addColumn(sum: RunningSummary, column: RankedColumn | RankedLists, ids: Int32Array, wanted: Uint8Array, type: ListField['type']): void {
  for (let row = 0; row < ids.length; row++) {
    if (wanted[ids[row] as number] !== 1) continue
    if ('starts' in column) {
      if (column.starts[row] !== column.starts[row + 1]) sum.filled(1)
      continue
    }
    const value = column.values[column.ranks[row] as number]
    if (value === undefined || value === '') continue
    if (isNumeric(type)) sum.add(Number(value))
    else if (type === 'date') sum.addDate(unpackDate(Number(value)) ?? '')
    else sum.filled(1)
  }
}

function memberTable(ids: ArrayLike<number>): Uint8Array {
  let highest = 0
  for (let at = 0; at < ids.length; at++) highest = Math.max(highest, ids[at] as number)
  const members = new Uint8Array(highest + 1)
  for (let at = 0; at < ids.length; at++) members[ids[at] as number] = 1
  return members
}

class RunningSummary {
  private count = 0
  private numbers = 0
  private sum = 0
  private least = Number.POSITIVE_INFINITY
  private most = Number.NEGATIVE_INFINITY
  private earliest: string | null = null
  private latest = ''

  filled(cells: number): void {
    this.count += cells
  }

  add(value: number): void {
    this.count++
    this.numbers++
    this.sum += value
    this.least = Math.min(this.least, value)
    this.most = Math.max(this.most, value)
  }

  /** Dates of every precision are ordered by their text. */
  addDate(date: string): void {
    this.count++
    if (this.earliest === null || date < this.earliest) this.earliest = date
    if (date > this.latest) this.latest = date
  }

  result(): RangeSummary {
    const { count, numbers, least, most, earliest, latest } = this
    // Sums of decimals keep the digits that were written, not those of the binary fraction.
    return {
      count,
      numbers: numbers === 0 ? null : { count: numbers, sum: Number(this.sum.toPrecision(15)), least, most },
      dates: earliest === null ? null : { least: earliest, most: latest },
    }
  }
}
