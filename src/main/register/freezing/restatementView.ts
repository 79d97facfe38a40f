import type { RestatementView } from '../../../shared/bridge/periods'
import { formDefinition, isFormName, type FormDefinition } from '../../../shared/domain/catalogue/forms'
import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { exactDifference } from '../../../shared/domain/numbers'
import { t } from '../../../shared/text/t'
import type { FrozenReport } from '../../store/frozenStore'
import type { FormCell } from '../../workbook/write/formTypes'
import { shownNumber } from '../../workbook/write/numberDisplay'
import { columnIndex } from '../reports/formTable'
import type { FrozenContent } from './freezePeriod'
import { frozenForm } from './periodState'
import type { RestatedNumber, RestatedRecord, Restatement } from './restate'

const shownRecords = 500

/** A restatement in the words of the form: columns by their headings, numbers as they are printed. */
export function restatementView(report: FrozenReport, content: FrozenContent, { counts, records, numbers }: Restatement): RestatementView {
  const form = isFormName(report.form) ? formDefinition(report.form) : null
  const formats = formatsOf(content)
  return {
    frozen: frozenForm(report), counts,
    records: records.slice(0, shownRecords).map((record) => ({ ...shownRecord(record, form) })),
    numbers: numbers.map((number) => shownNumberOf(number, form, formats)),
  }
}

function shownRecord({ kind, id, key, change, from, to, reasons }: RestatedRecord, form: FormDefinition | null): RestatementView['records'][number] {
  const labels = new Map(kindDefinitions[kind].fields.map((field) => [field.name, field.label]))
  const placed = (cells: readonly string[]): string[] => [...new Set(cells.map((cell) => placeOf(cell, form)))]
  return {
    kind, id, key, change, from: placed(from), to: placed(to),
    reasons: reasons.map(({ at, operator, what, fields }) => ({ at, operator, what, fields: fields.map((name) => labels.get(name) ?? name) })),
  }
}

/** `C 崂山区` as 崂山区 制定: the row and the heading; a list names only the row. */
function placeOf(cell: string, form: FormDefinition | null): string {
  const [, letters, row] = /^([A-Z]{1,3}) (.+)$/u.exec(cell) ?? []
  if (letters === undefined || row === undefined || !form) return cell
  return `${row} ${headingOf(form, letters)}`
}

function shownNumberOf({ row, column, before, after }: RestatedNumber, form: FormDefinition | null, formats: ReadonlyMap<number, FormCell['format']>): RestatementView['numbers'][number] {
  if (row === '') return { row: t('restate.rows'), column: '', before: String(before ?? 0), after: String(after ?? 0), change: signed(Number(after ?? 0) - Number(before ?? 0), undefined) }
  const format = formats.get(columnIndex(column))
  const isBoth = typeof before === 'number' && typeof after === 'number'
  return {
    row, column: form ? headingOf(form, column) : column, before: shown(before, format), after: shown(after, format),
    change: isBoth ? signed(exactDifference(after, before), format) : '',
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

/** How each column is printed, by its first number. */
function formatsOf({ sheets }: FrozenContent): Map<number, FormCell['format']> {
  const formats = new Map<number, FormCell['format']>()
  const [first] = sheets
  if (first?.kind !== 'form') return formats
  for (const cells of first.rows) cells.forEach(({ value, format }, column) => { if (typeof value === 'number' && !formats.has(column)) formats.set(column, format) })
  return formats
}

/** The headings over a column from top to bottom, each once. */
function headingOf({ header }: FormDefinition, letters: string): string {
  const column = columnIndex(letters)
  const over = header.filter(([range]) => {
    const [from = '', to = from] = range.split(':').map((cell) => cell.replaceAll(/\d/gu, ''))
    return columnIndex(from) <= column && column <= columnIndex(to)
  })
  return [...new Set(over.map(([, text]) => text))].join(' ')
}
