import { columnIndex, columnLetters } from '../../../../shared/domain/columnLetters'
import { kindHeadings, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { SheetColumns } from '../../../../shared/bridge/imports'
import type { Row } from '../../../workbook/types'
import { numberFieldsByType } from '../kinds/numbersByType'
import type { MapEntry } from '../mapFile'
import { isBlankCell } from '../table/cellText'
import { headerAt, matchHeader } from '../table/header'
import { shownCell } from './printValues'
import type { SheetMemory } from './sheetMemory'

const sampleCount = 3

/** Fields by column letter, as the sheet is read now or as the clerk has begun to set it. */
export function currentFields(memory: SheetMemory, entry: MapEntry, kind: ImportKind): Record<string, string> {
  if (entry.fields) return entry.fields
  const { context } = memory
  const mapping = context?.kind === kind ? context.mapping : matchHeader(headerAt(headerRowsOf(memory, entry), memory.head, memory.merges), kind).mapping
  return Object.fromEntries([...mapping.fields].map(([field, column]) => [field, columnLetters(column.index)]))
}

/** The header as it is read, as the clerk set it, or the first row that looks like headings. */
export function headerRowsOf(memory: SheetMemory, entry: MapEntry): number[] {
  const known = entry.headerRows ?? memory.context?.header.rows
  if (known && known.length > 0) return [...known]
  const guess = memory.head.find(({ cells }) => cells.filter((cell) => typeof cell === 'string' && !isBlankCell(cell)).length >= 2) ?? memory.head[0]
  return guess ? [guess.row] : [1]
}

/** Every column of a sheet with its heading, what stands in it, and the field it fills. */
export function describeColumns(memory: SheetMemory, entry: MapEntry, kind: ImportKind, base1904: boolean): SheetColumns {
  const fields = currentFields(memory, entry, kind)
  const headerRows = headerRowsOf(memory, entry)
  const headings = new Map(headerAt(headerRows, memory.head, memory.merges).columns.map(({ index, header }) => [index, header]))
  const fieldOf = new Map(Object.entries(fields).map(([field, letters]) => [columnIndex(letters), field]))
  const { required, fields: words } = kindHeadings[kind]
  const body = memory.head.filter(({ row }) => row > Math.max(...headerRows))
  const columns = Array.from({ length: Math.min(memory.width, 120) }, (_, index) => index).flatMap((index) => {
    const samples = samplesOf(body, index, base1904)
    const header = headings.get(index) ?? ''
    if (header === '' && samples.length === 0) return []
    const field = fieldOf.get(index) ?? null
    return [{ column: columnLetters(index), header, samples, field, fieldLabel: field === null ? null : fieldLabel(kind, field, header), isRequired: field !== null && required.includes(field) }]
  })
  return {
    columns,
    fields: Object.keys(words).map((field) => ({ field, label: fieldLabel(kind, field, ''), isRequired: required.includes(field) })).sort((a, b) => Number(b.isRequired) - Number(a.isRequired)),
    missing: required.filter((field) => fields[field] === undefined && !(field === 'applicationNumber' && numberFieldsByType.some((other) => fields[other] !== undefined))).map((field) => fieldLabel(kind, field, '')),
  }
}

/** A field in the words that clerks write over it. */
export function fieldLabel(kind: ImportKind, field: string, header: string): string {
  const names = kindHeadings[kind].fields[field] ?? []
  return names.find((name) => !name.includes('(')) ?? names[0] ?? (header === '' ? field : header.split('/').at(-1) ?? field)
}

function samplesOf(rows: readonly Row[], index: number, base1904: boolean): string[] {
  const samples = new Set<string>()
  for (const { cells } of rows) {
    if (!isBlankCell(cells[index])) samples.add(shownCell(cells[index], base1904).slice(0, 60))
    if (samples.size >= sampleCount) break
  }
  return [...samples]
}

/** The fields when a column is given to a field, or freed. */
export function withColumn(fields: Readonly<Record<string, string>>, column: string, field: string | null): Record<string, string> {
  const others = Object.entries(fields).filter(([name, letters]) => letters !== column && name !== field)
  return Object.fromEntries(field === null ? others : [...others, [field, column]])
}
