import type { RestatementView } from '../../../shared/bridge/periods'
import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { listKinds, recordKindOfList } from '../../../shared/domain/catalogue/listFields'
import { exactDifference } from '../../../shared/domain/numbers'
import { t } from '../../../shared/text/t'
import type { FrozenReport } from '../../store/frozenStore'
import type { RegisterStore } from '../../store/registerStore'
import type { FormCell, FormSheet } from '../../workbook/write/form/formTypes'
import { shownNumber } from '../../workbook/write/sheet/numberDisplay'
import type { RegisterColumns } from '../columns/registerColumns'
import { titleOf } from '../records/shown/recordTitle'
import { cityRowName } from '../ranking/regionRows'
import { formColumn } from '../reports/tables/formTable'
import { headingOf } from './formHeading'
import type { FrozenContent } from './freezePeriod'
import { frozenForm } from './periodState'
import type { RestatedRecord, Restatement } from './restate'
import type { RestatedNumber } from './restatedNumbers'

const mostRecords = 500

export interface ViewSetting { store: Pick<RegisterStore, 'records'>; columns: RegisterColumns }

/** A restatement in the words of the form: columns by their headings, numbers as they are printed. */
export async function restatementView({ store, columns }: ViewSetting, report: FrozenReport, content: FrozenContent, { counts, records, numbers, byRule }: Restatement): Promise<RestatementView> {
  const [first] = content.sheets
  const form = first?.kind === 'form' ? first : null
  const formats = formatsOf(content)
  return {
    frozen: frozenForm(report), counts,
    records: await shownRecords({ store, columns }, records.slice(0, mostRecords), form),
    numbers: numbers.map((number) => shownNumberOf(number, form, formats)),
    byRule: byRule.map((number) => shownNumberOf(number, form, formats)),
  }
}

/** Records with their titles, read kind by kind; one that is gone since has none. */
async function shownRecords({ store, columns }: ViewSetting, records: readonly RestatedRecord[], form: FormSheet | null): Promise<RestatementView['records']> {
  const titles = new Map<string, string>()
  for (const [kind, ofKind] of Map.groupBy(records, (record) => record.kind)) {
    for (const { id, values } of await store.records.byIds(kind, ofKind.map((record) => record.id))) titles.set(`${kind} ${id}`, titleOf(kind, values))
  }
  return records.map(({ kind, id, key, change, from, to, reasons, follows }) => {
    const labels = new Map(kindDefinitions[kind].fields.map((field) => [field.name, field.label]))
    // The city counts whatever a district counts.
    const placed = (cells: readonly string[]): string[] => {
      const ofDistricts = cells.filter((cell) => !cell.endsWith(cityRowName))
      return [...new Set((ofDistricts.length > 0 ? ofDistricts : cells).map((cell) => placeOf(cell, form)))]
    }
    return {
      list: listKinds.find((list) => recordKindOfList[list] === kind) ?? null, id, key: readableKey(key, columns), title: titles.get(`${kind} ${id}`) ?? '', change, from: placed(from), to: placed(to),
      follows: follows.map(({ name }) => name),
      reasons: reasons.map(({ at, operator, what, fields }) => ({ at, operator, what, fields: fields.map((name) => labels.get(name) ?? name) })),
    }
  })
}

/** Keys put together from codes begin with a region's: 370212|yearend2021. */
function readableKey(key: string, { city }: RegisterColumns): string {
  const [code = '', ...rest] = key.split('|')
  return rest.length === 0 ? key : [city.regionName(code) ?? code, ...rest].join(' ')
}

/** `C 崂山区` as 崂山区 制定: the row and the heading; a list names only the row. */
function placeOf(cell: string, form: FormSheet | null): string {
  const [, letters, row] = /^([A-Z]{1,3}) (.+)$/u.exec(cell) ?? []
  if (letters === undefined || row === undefined || !form) return cell
  return `${row} ${headingOf(form, letters)}`
}

function shownNumberOf({ row, column, before, after }: RestatedNumber, form: FormSheet | null, formats: ReadonlyMap<number, FormCell['format']>): RestatementView['numbers'][number] {
  if (row === '') return { row: t('restate.rows'), column: '', before: String(before ?? 0), after: String(after ?? 0), change: signed(Number(after ?? 0) - Number(before ?? 0), undefined) }
  const format = formats.get(formColumn(column))
  const isBoth = typeof before === 'number' && typeof after === 'number'
  const heading = form ? headingOf(form, column) : column
  return {
    row, column: heading, before: shown(before, format), after: shown(after, format),
    change: !isBoth ? '' : heading.endsWith('位次') ? placesMoved(after - before) : signed(exactDifference(after, before), format),
  }
}

function shown(value: string | number | null, format: FormCell['format']): string {
  return typeof value === 'number' ? shownNumber(value, format) : (value ?? '')
}

function signed(difference: number, format: FormCell['format']): string {
  // Shares change in 百分点 (domain.md 6).
  const size = shownNumber(Math.abs(difference), format).replace('%', t('restate.points'))
  return `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${size}`
}

/** From the fourth place to the fifth is one down. */
function placesMoved(difference: number): string {
  return difference > 0 ? `▼${difference}` : `▲${-difference}`
}

/** How each column is printed, by its first number. */
function formatsOf({ sheets }: FrozenContent): Map<number, FormCell['format']> {
  const formats = new Map<number, FormCell['format']>()
  const [first] = sheets
  if (first?.kind !== 'form') return formats
  for (const cells of first.rows) cells.forEach(({ value, format }, column) => { if (typeof value === 'number' && !formats.has(column)) formats.set(column, format) })
  return formats
}
