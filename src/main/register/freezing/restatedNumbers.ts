import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { FormDefinition, ListColumn, ListForm, RegionColumn, RegionForm } from '../../../shared/domain/catalogue/forms'
import { columnLetters } from '../../../shared/domain/columnLetters'
import { subjectOf } from '../ranking/recordsOf'
import { formColumn } from '../reports/tables/formTable'

export type CellValue = string | number | null
export interface RestatedNumber { row: string; column: string; before: CellValue; after: CellValue }

type Values = readonly (readonly CellValue[])[]

/** Cells of a frozen form that are others today. */
export function restatedNumbers(form: FormDefinition, before: Values, after: Values): RestatedNumber[] {
  return form.type === 'regions' ? restatedRegions(form, before, after) : restatedList(form, before, after)
}

/** Cell by cell; rows meet by their name. A row that came or went differs in what it counts, not in its name and number. */
function restatedRegions({ columns }: RegionForm, before: Values, after: Values): RestatedNumber[] {
  const naming = columns.findIndex(({ type }) => type === 'region')
  const isCounted = (column: number): boolean => columns[column]?.type !== 'region' && columns[column]?.type !== 'index'
  const nameOf = (row: Values[number]): string => String(row[naming] ?? '')
  const rowsNow = new Map(after.map((row) => [nameOf(row), row]))
  const rowsThen = new Map(before.map((row) => [nameOf(row), row]))
  return [...new Set([...rowsThen.keys(), ...rowsNow.keys()])].flatMap((name) => {
    const [then, now] = [rowsThen.get(name) ?? [], rowsNow.get(name) ?? []]
    const counting = Array.from({ length: Math.max(then.length, now.length) }, (_, column) => column).filter(isCounted)
    return counting.map((column) => differenceAt(name, column, then, now)).filter(({ before: old, after: current }) => old !== current)
  })
}

function differenceAt(row: string, column: number, then: Values[number], now: Values[number]): RestatedNumber {
  return { row, column: columnLetters(column), before: then[column] ?? null, after: now[column] ?? null }
}

/** What says which row of a list it is, and what of it is counted or paid; the rest describes the record. */
const listColumns: Readonly<Record<ListForm['type'], { names: readonly ListColumn[]; counted: readonly ListColumn[] }>> = {
  drafting_units: { names: ['standardNo', 'unit'], counted: ['district', 'rankInList', 'listLength', 'role', 'newOrRevised'] },
  honours: { names: ['honour', 'level', 'session', 'recipient', 'objectNumber'], counted: ['district', 'status'] },
  subsidies: { names: ['object', 'unit', 'project'], counted: ['district', 'rankInList', 'amount', 'yearAmount'] },
}

/** How many rows there are, which of them came or went, and what the others count. */
function restatedList(form: ListForm, before: Values, after: Values): RestatedNumber[] {
  const columns: readonly ListColumn[] = form.columns
  const { names, counted } = listColumns[form.type]
  const placesOf = (wanted: readonly ListColumn[]) => wanted.map((name) => columns.indexOf(name)).filter((at) => at >= 0)
  const [naming, counting] = [placesOf(names), placesOf(counted)]
  const [first = 0] = naming
  const [rowsThen, rowsNow] = [rowsByName(before, naming), rowsByName(after, naming)]
  const changed = [...new Set([...rowsThen.keys(), ...rowsNow.keys()])].flatMap((name) => {
    const [then, now] = [rowsThen.get(name), rowsNow.get(name)]
    const compared = then && now ? counting : [first]
    return compared.map((column) => differenceAt(name, column, then ?? [], now ?? [])).filter(({ before: old, after: current }) => old !== current)
  })
  return before.length === after.length ? changed : [{ row: '', column: 'A', before: before.length, after: after.length }, ...changed]
}

function rowsByName(rows: Values, naming: readonly number[]): Map<string, Values[number]> {
  return new Map(rows.map((row) => [naming.map((at) => row[at] ?? '').filter((part) => part !== '').join(' '), row]))
}

/**
 * Cells that stand empty by now because there is nothing of what they count in the register: a 0 in an earlier version's
 * form and no number today, where no record has gone, are the same knowledge printed otherwise.
 *
 * @param absent  kinds of which the register has no record, neither today nor when the form was frozen
 */
export function isBlankOfAbsent(form: FormDefinition, { column, after }: RestatedNumber, absent: ReadonlySet<RecordKind>): boolean {
  if (form.type !== 'regions' || after !== null) return false
  const shown = form.columns[formColumn(column)]
  const kinds = shown ? kindsOf(form, shown) : []
  return kinds.length > 0 && kinds.every((kind) => absent.has(kind))
}

/** Kinds of record that a column's numbers rest on. */
function kindsOf(form: RegionForm, column: RegionColumn): RecordKind[] {
  switch (column.type) {
    case 'figure': return [subjectOf(column.indicator)]
    case 'rest': return [subjectOf(column.of)]
    case 'sum': return column.of.flatMap((letters) => kindsAt(form, letters))
    case 'rank': return kindsAt(form, column.of)
    case 'index': case 'region': case 'blank': case 'merged': return []
  }
}

function kindsAt(form: RegionForm, letters: string): RecordKind[] {
  const column = form.columns[formColumn(letters)]
  return column ? kindsOf(form, column) : []
}
