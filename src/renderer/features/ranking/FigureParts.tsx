import type { RankCell, RankColumn } from '../../../shared/bridge/counting'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { directionOf, printFigure, printGrowth } from '../../components/values/printFigure'
import { printUnit } from '../../components/values/printUnit'
import { suppressionText } from './figureSentence'
import { problemText } from './countingWords'
import type { Part } from './tableLayout'

interface Props {
  column: RankColumn
  cell: RankCell | undefined
  parts: readonly Part[]
  rowName: string
  isCurrent: boolean
  onOpen(): void
}

/** The columns of one indicator in one row; only the number itself is a place to go to. */
export function FigureParts({ column, cell, parts, rowName, isCurrent, onOpen }: Props) {
  if (!cell) return parts.map((part) => <td key={part} />)
  const reason = column.problem ? problemText(column.problem) : cell.suppressed ? suppressionText(cell.suppressed, column.asOf) : undefined
  return parts.map((part) => (
    part === 'value' ? (
      <td
        key={part} role="gridcell" className="rank-value" tabIndex={isCurrent ? 0 : -1} aria-selected={isCurrent} title={reason}
        aria-label={`${named(rowName)} ${named(column.label)} ${printFigure(cell.value, column.decimals)} ${printUnit(column.unit)}`} onClick={onOpen}
      >
        {printFigure(cell.value, column.decimals)}
      </td>
    ) : (
      <td key={part} className={classOf(part, cell)} title={titleOf(part, cell) ?? (part === 'rank' ? reason : undefined)}>{printed(part, cell, column)}</td>
    )
  ))
}

function printed(part: Part, cell: RankCell, { decimals }: RankColumn): string {
  switch (part) {
    case 'value': return printFigure(cell.value, decimals)
    case 'growth': return printGrowth(cell.growth).replace('百分点', '点')
    case 'share': return cell.share === '-' ? '—' : cell.share
    case 'rank': return cell.rank === null ? '—' : String(cell.rank)
    case 'change': return !cell.change ? '—' : cell.change > 0 ? `▲${cell.change}` : `▼${-cell.change}`
    case 'ahead': return cell.rank === 1 && cell.value !== 0 ? t('ranking.first') : printFigure(cell.ahead, decimals)
    case 'behind': return printFigure(cell.behind, decimals)
  }
}

function titleOf(part: Part, { change, growth }: RankCell): string | undefined {
  if (part === 'change' && change) return change > 0 ? t('ranking.up', { count: change }) : t('ranking.down', { count: -change })
  return part === 'growth' && growth.includes('百分点') ? printGrowth(growth) : undefined
}

function classOf(part: Part, { change, growth }: RankCell): string {
  if (part === 'growth') return directionOf(growth) < 0 ? 'rank-growth is-down' : 'rank-growth'
  if (part === 'change') return !change ? 'rank-change' : change > 0 ? 'rank-change is-up' : 'rank-change is-down'
  return `rank-${part}`
}
