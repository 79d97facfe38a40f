import type { RankCell, RankColumn, RankTable } from '../../../shared/bridge/counting'
import { exactDifference } from '../../../shared/domain/numbers'
import { t } from '../../../shared/text/t'
import { printFigure } from '../../components/values/printFigure'
import { printUnit } from '../../components/values/printUnit'
import { divisorOfRow } from './divisorOfRow'
import { suppressionText } from './figureSentence'
import { problemText } from './countingWords'

/** What there is to say about a number in a line: period, change, place, and who is next. */
export function figureFacts(table: RankTable, counted: RankColumn, cell: RankCell, rowIndex: number | null): string[] {
  const column = { ...counted, unit: printUnit(counted.unit) }
  const { asOf, isStock, problem } = column
  return [
    isStock ? asOf : table.periodText,
    ...(problem === null ? [] : [problemText(problem)]),
    ...changeFact(column, cell),
    ...divisorOfRow(column, rowIndex),
    ...(rowIndex === null ? [] : placeFacts(table, column, cell)),
    ...(cell.suppressed === null ? [] : [suppressionText(cell.suppressed, asOf)]),
  ]
}

function changeFact({ unit, decimals }: RankColumn, { value, previous }: RankCell): string[] {
  if (value === null || previous === null) return []
  const moved = exactDifference(value, previous)
  const difference = printFigure(Math.abs(moved), decimals)
  const direction = moved === 0 ? t('ranking.behind.same') : moved > 0 ? t('ranking.behind.up', { difference, unit }) : t('ranking.behind.down', { difference, unit })
  return [t('ranking.behind.previous', { previous: printFigure(previous, decimals), unit, direction })]
}

function placeFacts(table: RankTable, { cells, decimals, unit }: RankColumn, { rank, value, ahead, behind }: RankCell): string[] {
  if (rank === null) return []
  const next = cells.findIndex((other) => other.rank !== null && other.value !== null && value !== null && other.value < value && exactDifference(value, other.value) === behind)
  return [
    t('ranking.behind.rank', { rank }),
    ...(rank === 1 && behind !== null ? [t('ranking.behind.lead', { name: table.rows[next]?.name ?? '', difference: printFigure(behind, decimals), unit })] : []),
    ...(ahead === null ? [] : [t('ranking.behind.gap', { difference: printFigure(ahead, decimals), unit })]),
  ]
}
