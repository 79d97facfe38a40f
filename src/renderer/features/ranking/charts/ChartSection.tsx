import { FullscreenExitOutlined, FullscreenOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useRef, useState } from 'react'
import type { CountingChoice, RankColumn, RankTable } from '../../../../shared/bridge/counting'
import { t } from '../../../../shared/text/t'
import { usePictures } from '../../../bridge/usePictures'
import type { ChartHandle } from '../../../components/charts/Chart'
import { PictureButtons } from '../../../components/charts/PictureButtons'
import { useAnnounce } from '../../../components/feedback/announcement'
import { isLeaving } from '../../../components/panels/isLeaving'
import { printUnit } from '../../../components/values/printUnit'
import { LapseView } from './LapseView'
import { MapView } from './MapView'
import { PeriodsView } from './PeriodsView'
import { RanksView } from './RanksView'
import { SharesView } from './SharesView'
import { BumpView, TrendView } from './YearViews'

const views = ['trend', 'periods', 'rank', 'bump', 'share', 'map', 'lapse'] as const
type View = (typeof views)[number]

interface Props {
  table: RankTable
  column: RankColumn
  /** Index into the table's rows; null is the whole. */
  rowIndex: number | null
  choice: CountingChoice
  /** The charts have the room of the table too. */
  isLarge: boolean
  onLarge(isLarge: boolean): void
  onChoose(rowIndex: number): void
}

/** The indicator of the current cell as a picture, its figures as a table beside it. */
export function ChartSection({ table, column, rowIndex, choice, isLarge, onLarge, onChoose }: Props) {
  const [view, setView] = useState<View>('trend')
  const chart = useRef<ChartHandle>(null)
  const section = useRef<HTMLElement>(null)
  const pictures = usePictures(useAnnounce())
  // Only the own register knows what ends and what was before, not what other cities reported.
  const offered = views.filter((name) => !ofOwnFigures.includes(name) || choice.scope === 'districts')
  const shown = offered.includes(view) ? view : 'trend'
  const rowName = rowIndex === null ? table.totalName : (table.rows[rowIndex]?.name ?? table.totalName)
  const figure = { name: column.short, unit: printUnit(column.unit) }
  const title = shown === 'trend' ? t('ranking.chart.title', { row: rowName, ...figure }) : t('ranking.columnTitle', figure)
  const words = { title: t('ranking.chart.pictureTitle', { period: column.isStock ? column.asOf : table.periodText, title }), note: t('ranking.chart.pictureNote', { sequence: table.sequence }) }
  const Shown = drawings[shown]
  const choose = (next: View): void => {
    setView(next)
    if (heights[next] > (section.current?.clientHeight ?? 0)) onLarge(true)
  }
  return (
    <section ref={section} className={isLarge ? 'chart-section is-large' : 'chart-section'} onKeyDown={(event) => { if (isLarge && isLeaving(event)) onLarge(false) }}>
      <header>
        <h2 className="cut" title={shown === 'lapse' ? undefined : title}>{shown === 'lapse' ? t('workbench.lapse') : title}</h2>
        <span className="chart-tools">
          {withoutPicture.includes(shown) ? null : <PictureButtons onSave={() => pictures.save(chart, words)} onCopy={() => pictures.copy(chart, words)} />}
          <Segmented<View> size="small" value={shown} onChange={choose} options={offered.map((value) => ({ value, label: t(viewTexts[value]) }))} />
          <Button type="text" size="small" icon={isLarge ? <FullscreenExitOutlined /> : <FullscreenOutlined />} aria-pressed={isLarge} aria-label={t('ranking.chart.large')} title={t(isLarge ? 'ranking.chart.small' : 'ranking.chart.large')} onClick={() => onLarge(!isLarge)} />
        </span>
      </header>
      <Shown table={table} column={column} rowIndex={rowIndex} choice={choice} title={title} onChoose={onChoose} chart={chart} />
    </section>
  )
}

const ofOwnFigures: readonly View[] = ['periods', 'lapse']
const withoutPicture: readonly View[] = ['periods', 'lapse']

const drawings = { trend: TrendView, periods: PeriodsView, rank: RanksView, bump: BumpView, share: SharesView, map: MapView, lapse: LapseView } as const

/** Pixels without which a view says nothing: under a table there may be less. */
const heights: Record<View, number> = { trend: 0, periods: 300, rank: 0, bump: 260, share: 0, map: 300, lapse: 0 }

const viewTexts = { trend: 'ranking.chart.trend', periods: 'ranking.chart.periods', rank: 'ranking.chart.rank', bump: 'ranking.chart.bump', share: 'ranking.chart.share', map: 'ranking.chart.map', lapse: 'workbench.lapse' } as const
