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
  if (rank === null || value === null) return []
  const away = (difference: number) => ({ difference: printFigure(Math.abs(difference), decimals), unit })
  const namesAt = (difference: number) => namesOf(table, cells, (other) => exactDifference(other, value) === difference)
  return [
    t('ranking.behind.rank', { rank }),
    ...(rank === 1 && behind !== null ? [t('ranking.behind.lead', { name: namesAt(-behind), ...away(behind) })] : []),
    ...(ahead === null ? [] : [t('ranking.behind.gap', { name: namesAt(ahead), ...away(ahead) })]),
  ]
}

/** Equal values share their place, so that several may stand next. */
function namesOf(table: RankTable, cells: RankColumn['cells'], isMeant: (value: number) => boolean): string {
  return table.rows.filter((_, index) => {
    const cell = cells[index]
    return cell !== undefined && cell.rank !== null && cell.value !== null && isMeant(cell.value)
  }).map(({ name }) => name).join(t('punctuation.list'))
}
