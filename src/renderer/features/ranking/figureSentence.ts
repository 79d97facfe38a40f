import type { RankCell, RankColumn, RankTable } from '../../../shared/bridge/counting'
import { ruleTexts } from '../../../shared/domain/catalogue/rules'
import { listed, t, textOf } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { printFigure, printGrowth } from '../../components/values/printFigure'
import { printUnit } from '../../components/values/printUnit'
import type { RankingChoice } from './rankingChoice'
import { divisorOfRow } from './divisorOfRow'

export interface SentenceFigure {
  table: RankTable
  column: RankColumn
  cell: RankCell
  /** Name of the row, or of the whole. */
  row: string
  /** Index into the table's rows; null is the whole. */
  rowIndex: number | null
  /** Day on which the sentence is made. */
  today: string
}

/** A figure as a sentence that stands on its own: what, when, growth, place, and by which rule. */
export function figureSentence({ table, column, cell, row, rowIndex, today }: SentenceFigure, choice: Pick<RankingChoice, 'leadRule' | 'zones' | 'unitTags'>): string {
  const { label, decimals, from, to, asOf, isStock } = column
  const unit = printUnit(column.unit)
  const figure = cell.value === null ? missingText(column, cell) : t('ranking.sentence.figure', { value: printFigure(cell.value, decimals), unit })
  const facts = [
    isStock ? t('ranking.sentence.stock', { asOf, row, label, figure }) : t('ranking.sentence.flow', { from, to, row, label, figure }),
    ...(cell.growth === '-' ? [] : [t('ranking.sentence.growth', { growth: printGrowth(cell.growth), previous: printFigure(cell.previous, decimals), unit })]),
    ...placeFact(table, column, cell),
  ]
  const narrowed = choice.unitTags.length === 0 || table.scope === 'cities' ? [] : [t('ranking.sentence.unitTags', { tags: listed(choice.unitTags) })]
  const rules = [...narrowed, ...rulesBehind(table, column, rowIndex, choice).map(named)].join(t('punctuation.part'))
  return `${facts.join(t('punctuation.clause'))}${t('punctuation.sentence')}${t('ranking.sentence.rules', { rules, today, sequence: table.sequence })}`
}

/** Nothing to count, or nothing to divide by: neither is a zero. */
function missingText({ problem }: RankColumn, { suppressed }: RankCell): string {
  return t(problem?.code === 'no_records' || suppressed === 'not_received' ? 'ranking.sentence.noData' : 'ranking.sentence.noValue')
}

function placeFact({ scope }: RankTable, { cells, asOf }: RankColumn, { rank, suppressed }: RankCell): string[] {
  if (rank !== null) return [t('ranking.sentence.rank', { count: cells.filter((cell) => cell.rank !== null).length, kind: t(`ranking.sentence.kind.${scope}`), rank })]
  return suppressed === null ? [] : [t('ranking.sentence.suppressed', { reason: suppressionText(suppressed, asOf) })]
}

function rulesBehind({ scope }: RankTable, column: RankColumn, rowIndex: number | null, { leadRule, zones }: Pick<RankingChoice, 'leadRule' | 'zones'>): string[] {
  if (scope === 'cities') return [ruleTexts.received_not_recomputed]
  const { indicator } = column
  return [
    ...(indicator === 'standards' ? [ruleTexts.published_in_period, ruleTexts[`lead_${leadRule}`]] : []),
    ...(indicator.startsWith('trademarks') ? [ruleTexts.trademark_class_pairs] : []),
    ...divisorOfRow(column, rowIndex),
    ruleTexts[`zones_${zones}`],
  ]
}

/** Why a row has no place, with the year of what is missing. */
export function suppressionText(suppressed: NonNullable<RankCell['suppressed']>, asOf: string): string {
  return textOf(`ranking.suppressed.${suppressed}`, { year: asOf.slice(0, 4) })
}
