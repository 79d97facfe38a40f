import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { placeTiles, type Tile } from '../../../../shared/domain/tileMap/placeTiles'
import { valueSteps } from '../../../../shared/domain/tileMap/valueSteps'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { FigureTable } from '../../../components/charts/FigureTable'
import { TileMap } from '../../../components/charts/IndicatorCharts'
import { useGoTo } from '../../../components/navigation'
import { printFigure } from '../../../components/values/printFigure'
import { shownRows } from '../rowOrder'
import type { ViewProps } from './viewProps'

const mostSteps = 5
const noTiles: readonly Tile[] = []

/** The rows as shaded squares: districts as they lie to one another, zones with their own row below, cities in the official order. */
export function MapView({ table, column, rowIndex, title, onChoose, chart }: ViewProps) {
  const goTo = useGoTo()
  const placement = useQuery({ queryKey: ['counting.tiles'], queryFn: () => callBridge('counting.tiles', {}) }).data?.tiles ?? noTiles
  const isOwn = table.scope === 'districts'
  // Records whose place is not known have no square.
  const placed = useMemo(() => table.rows.map(({ code, name, level }, index) => ({ code: code ?? name, name, index, level })).filter(({ level, index }) => level !== 'other' && (level !== 'zone' || column.cells[index]?.rank !== null)), [table, column])
  const steps = useMemo(() => valueSteps(placed.flatMap(({ index }) => column.cells[index]?.value ?? []), mostSteps), [placed, column])
  const tiles = useMemo(() => {
    const places = new Map(placeTiles(placed.map(({ code }) => code), isOwn ? placement : noTiles).map((tile) => [tile.code, tile]))
    return placed.map(({ code, name, index }) => {
      const { value = null, rank = null } = column.cells[index] ?? {}
      return { name, value, isChosen: index === rowIndex, row: places.get(code)?.row ?? 0, column: places.get(code)?.column ?? 0, note: rank === null ? '' : t('ranking.behind.rank', { rank }) }
    })
  }, [placed, placement, isOwn, column, rowIndex])
  if (steps.length === 0) return <p className="chart-none secondary">{t('ranking.chart.noValues')}</p>
  const order = shownRows(table, column.indicator).filter((index) => placed.some((known) => known.index === index))
  return (
    <div className="chart-body">
      <div className="chart-with-note">
        <TileMap ref={chart} label={t('tiles.label', { title })} tiles={tiles} steps={steps} decimals={column.decimals} onChoose={(at) => { const chosen = placed[at]; if (chosen) onChoose(chosen.index) }} />
        <p className="secondary tile-note">
          <span>{t(isOwn ? 'tiles.note' : 'tiles.noteCities')}</span>
          {isOwn ? <button type="button" className="plain link" onClick={() => goTo({ route: 'settings', state: { kind: 'tiles' } })}>{t('tiles.arrange')}</button> : null}
        </p>
      </div>
      <FigureTable
        heads={[t('ranking.part.rank'), t(isOwn ? 'ranking.district' : 'ranking.city'), t('ranking.part.value')]}
        rows={order.map((index) => [printFigure(column.cells[index]?.rank ?? null), table.rows[index]?.name ?? '', printFigure(column.cells[index]?.value ?? null, column.decimals)])}
        chosen={rowIndex === null ? -1 : order.indexOf(rowIndex)}
      />
    </div>
  )
}
