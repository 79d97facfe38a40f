import type { FigureColumn, RegionColumn, RegionForm } from '../../../../shared/domain/catalogue/forms'
import type { Indicator } from '../../../../shared/domain/catalogue/indicators'
import { rankDescending } from '../../../../shared/domain/counting/rank'
import { Refusal } from '../../../../shared/domain/result'
import type { RegisterColumns } from '../../columns/registerColumns'
import type { CountingOptions } from '../../ranking/countingOptions'
import type { RankAnswer, RankRow } from '../../ranking/rankAnswer'
import { rankReceived } from '../../ranking/receivedFigures'
import { formColumn, type FormTable, type TableCell, type TableRow } from './formTable'
import { formatOf, percentCell, type TableLook } from './regionTable'

/** A form of figures that another office sent: as they came, only the places are computed (domain.md 6, F10). */
export interface ReceivedForm {
  table: FormTable
  /** The form with the units of the received figures in its headings. */
  form: RegionForm
}

const provinceName = '全省'

type Answers = ReadonlyMap<Indicator, RankAnswer>

export async function fillReceivedForm(columns: RegisterColumns, form: RegionForm, options: CountingOptions, look: TableLook): Promise<ReceivedForm> {
  const answers = new Map<Indicator, RankAnswer>()
  for (const column of form.columns) {
    if (column.type === 'figure' && !answers.has(column.indicator)) answers.set(column.indicator, await rankReceived(columns, column.indicator, options))
  }
  const regions = [...answers.values()][0]?.rows ?? []
  const rows = regions.map((region, at) => rowOf(form, answers, region.name, (answer) => answer.rows[at], at + 1))
  addRanks(form, rows)
  const total = { ...rowOf(form, answers, options.scope === 'cities' ? provinceName : form.totalName, ({ total: whole }) => whole, null), isAddend: false, isTotal: true }
  const table = (look.totalAt ?? form.totalAt) === 'first' ? { rows: [total, ...rows], totalRow: 0 } : { rows: [...rows, total], totalRow: rows.length }
  return { table, form: { ...form, header: withUnits(form, answers) } }
}

function rowOf(form: RegionForm, answers: Answers, name: string, pick: (answer: RankAnswer) => RankRow | undefined, index: number | null): TableRow {
  const cells = form.columns.map((column): TableCell => {
    if (column.type === 'index') return { value: index, format: '0' }
    if (column.type === 'region') return { value: name }
    return column.type === 'figure' ? figureCell(column, pick(answerOf(answers, column))) : { value: null }
  })
  return { cells, isAddend: true, isTotal: false, region: name }
}

function answerOf(answers: Answers, { indicator }: FigureColumn): RankAnswer {
  const answer = answers.get(indicator)
  if (!answer) throw new Refusal('unexpected')
  return answer
}

/** What was not reported stays blank: a dash would say that it does not apply. */
function figureCell({ show }: FigureColumn, row: RankRow | undefined): TableCell {
  if (show === 'growth' || show === 'share') {
    const printed = row?.[show] ?? '-'
    return printed === '-' ? { value: null } : percentCell(printed)
  }
  const value = (show === 'previous' ? row?.previous : row?.value) ?? null
  return { value, format: formatOf(value === null ? 0 : decimalsOf(value)) }
}

function decimalsOf(value: number): number {
  return Math.min(2, String(value).split('.')[1]?.length ?? 0)
}

function addRanks(form: RegionForm, rows: readonly TableRow[]): void {
  form.columns.forEach((column, at) => {
    if (column.type !== 'rank') return
    const ranks = rankDescending(rows.map(({ cells }) => numberOrNull(cells[formColumn(column.of)]?.value)))
    rows.forEach(({ cells }, row) => { cells[at] = { value: ranks[row] ?? null, format: '0' } })
  })
}

function numberOrNull(value: TableCell['value'] | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** 有效注册商标（件） becomes 有效注册商标（万件） where the figures came in 万件. */
function withUnits({ header, columns }: RegionForm, answers: Answers): RegionForm['header'] {
  return header.map(([range, text]) => {
    const column: RegionColumn | undefined = columns[formColumn(range.replace(/\d.*$/, ''))]
    const unit = column?.type === 'figure' && text.includes('（') ? answers.get(column.indicator)?.unit : undefined
    return [range, unit === undefined ? text : text.replace(/（[^（）]*）$/, `（${unit}）`)]
  })
}
