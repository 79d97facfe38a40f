import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { RankColumn, RankTable } from '../../../shared/bridge/counting'
import type { IndicatorName } from '../../../shared/domain/catalogue/indicators'
import { listed, t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { printFigure } from '../../components/values/printFigure'

const watched: IndicatorName[] = ['standards', 'high_value_per_10k', 'inventions_valid', 'trademarks_valid', 'patents_granted']

/** Who stands first and who moved most, by indicator. */
export function PlaceChanges({ period, onOpenRanking }: { period: string; onOpenRanking(): void }) {
  const question = { indicators: watched, choice: { period } }
  const table = useQuery({ queryKey: ['counting.table', question], queryFn: () => callBridge('counting.table', question) })
  return (
    <section>
      <header>
        <h2>{t('workbench.changes')}</h2>
        <span className="secondary">{table.data ? t('workbench.changes.basis', { count: table.data.rows.filter(({ level }) => level === 'district').length, period: table.data.periodText }) : ''}</span>
        <Button type="link" size="small" onClick={onOpenRanking}>{t('workbench.changes.open')}</Button>
      </header>
      <table className="workbench-table is-words">
        <thead>
          <tr>{(['indicator', 'first', 'rise', 'fall'] as const).map((name) => <th key={name} scope="col">{t(`workbench.changes.${name}`)}</th>)}</tr>
        </thead>
        <tbody>
          {watched.map((indicator, index) => {
            const column = table.data?.columns[index]
            return (
              <tr key={indicator}>
                <th scope="row">{t(`indicator.short.${indicator}`)}</th>
                <Words text={column && table.data ? firstOf(table.data, column) : ''} />
                <Words text={column && table.data ? mostMoved(table.data, column, 1) : ''} className="is-up" />
                <Words text={column && table.data ? mostMoved(table.data, column, -1) : ''} className="is-down" />
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Words({ text, className = '' }: { text: string; className?: string }) {
  return <td className={`cut ${text === t('workbench.changes.none') ? '' : className}`} title={text}>{text}</td>
}

function firstOf({ rows }: RankTable, { cells, decimals }: RankColumn): string {
  const best = cells.flatMap(({ rank, value }, index) => (rank === 1 && value !== null && value > 0 ? [`${rows[index]?.name ?? ''} ${printFigure(value, decimals)}`] : []))
  return best.length === 0 ? t('workbench.changes.none') : listed(best)
}

/** 崂山 for 崂山区: several names stand in one cell; two characters stay as they are. */
function shortName(name: string): string {
  return name.length > 2 ? name.replace(/[区市县]$/, '') : name
}

function mostMoved({ rows }: RankTable, { cells }: RankColumn, direction: 1 | -1): string {
  const moves = cells.map(({ change, value, previous }) => (value || previous ? (change ?? 0) * direction : 0))
  const most = Math.max(0, ...moves)
  if (most === 0) return t('workbench.changes.none')
  const names = moves.flatMap((move, index) => (move === most ? [shortName(rows[index]?.name ?? '')] : []))
  return `${direction > 0 ? '▲' : '▼'}${most} ${listed(names)}`
}
