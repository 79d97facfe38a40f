import type { CrosstabCell, CrosstabTable } from '../../../shared/bridge/crosstab'
import { listField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { TableShare, Wholes } from '../../../shared/domain/crosstab/tableShare'
import { filterSentence } from '../../../shared/text/filterWords'
import { named } from '../../../shared/text/named'
import { tableNotes } from '../../../shared/text/tableNotes'
import { tableValueText } from '../../../shared/text/tableValue'
import { t, textOf } from '../../../shared/text/t'
import { printFigure } from '../../components/values/printFigure'
import { sideField, sideLabel, type CrosstabChoice } from './crosstabChoice'
import { decimalsOf, printValue } from './tableLines'

/** What must be known of the fields of a table. */
export function fieldNotes({ kind, dimensions }: Pick<CrosstabTable, 'kind' | 'dimensions'>): string[] {
  return tableNotes(kind, [dimensions.rows, dimensions.columns, dimensions.split].flatMap((side) => (side === null ? [] : (sideField(kind, side) ?? []))))
}

/** Which number it is: “区市 崂山区，标准类别 国家标准”; all of them where it is the whole table. */
export function cellTitle({ kind, dimensions }: Pick<CrosstabTable, 'kind' | 'dimensions'>, { split, row, column }: CrosstabCell): string {
  const sides = [[dimensions.split, split], [dimensions.rows, row], [dimensions.columns, column]] as const
  const parts = sides.flatMap(([side, value]) => {
    const field = side === null ? undefined : sideField(kind, side)
    return side === null || value === undefined || field === undefined ? [] : [t('filter.sentence', { field: sideLabel(kind, side), words: tableValueText(field, value) })]
  })
  return parts.length === 0 ? t('crosstab.all') : parts.join(t('punctuation.clause'))
}

/** What a number counts: 45 条, or 受理单位数之和 45. */
export function amountText({ kind, sum }: Pick<CrosstabTable, 'kind' | 'sum'>, value: number | null, decimals: number): string {
  const printed = printFigure(value, decimals)
  return sum === null ? t('crosstab.records', { count: printed }) : t('crosstab.sumValue', { field: named(listField(kind, sum)?.label ?? sum), value: printed })
}

/** Under which conditions a table stands, in words; empty where it is of all records. */
export function conditionsOf({ kind, search, filters, period }: Pick<CrosstabChoice, 'kind' | 'search' | 'filters' | 'period'>, indicator: string | null): string[] {
  return [
    ...(search === '' ? [] : [t('filter.searchWords', { text: search })]),
    ...filters.map((filter) => filterSentence(kind, filter)),
    ...(indicator === null ? [] : [t('crosstab.countedBy', { name: indicator })]),
    ...(period === null ? [] : [t('report.period', { window: period })]),
  ]
}

interface Figure {
  table: CrosstabTable
  cell: CrosstabCell
  value: number | null
  share: TableShare
  wholes: Wholes
  /** Label of the indicator whose records are counted. */
  indicator: string | null
  /** Day on which the sentence is made. */
  today: string
}

/** A number as a sentence that stands on its own: of what, how many, which part, under which conditions, as of when. */
export function cellSentence({ table, cell, value, share, wholes, indicator, today }: Figure, choice: CrosstabChoice): string {
  const kind = kindName(table.kind)
  const part = share === 'none' ? [] : [t('crosstab.sentence.part', { share: t(`crosstab.share.${share}`), part: printValue(value, share, wholes, 0) })]
  const head = t('crosstab.sentence', { kind, title: cellTitle(table, cell), amount: amountText(table, value, decimalsOf(table)) })
  const conditions = conditionsOf(choice, indicator)
  const rule = conditions.length === 0 ? t('crosstab.sentence.all', { kind }) : conditions.join(t('punctuation.part'))
  return `${[head, ...part].join(t('punctuation.clause'))}${t('punctuation.sentence')}${t('crosstab.sentence.rule', { rule, today, sequence: table.sequence })}`
}

export function kindName(kind: ListKind): string {
  return textOf(`kind.${kind}`)
}
