import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { CountingChoice, RankCell, RankColumn, RankTable } from '../../../shared/bridge/counting'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useBehindPages } from '../../bridge/useBehindPages'
import { TabStrip } from '../../components/controls/TabStrip'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { PanelHead } from '../../components/panels/PanelHead'
import { SidePanel } from '../../components/panels/SidePanel'
import { BehindRecords } from '../../components/records/BehindRecords'
import { printFigure } from '../../components/values/printFigure'
import { printUnit } from '../../components/values/printUnit'
import { figureFacts } from './figureFacts'
import { tabsOf, type FigureTab } from './figureTabs'

interface Props {
  table: RankTable
  column: RankColumn
  cell: RankCell
  /** Index into the table's rows; null is the whole. */
  rowIndex: number | null
  choice: CountingChoice
  onClose(): void
  onCopy(): void
}

/** The records behind the current number, as many as it says. */
export function FigurePanel({ table, column, cell, rowIndex, choice, onClose, onCopy }: Props) {
  const [chosen, setTab] = useState<FigureTab>('all')
  const row = rowIndex === null ? null : (table.rows[rowIndex]?.name ?? null)
  const tabs = tabsOf(column)
  const tab = tabs.includes(chosen) ? chosen : 'all'
  const title = t('ranking.behind.title', { row: row ?? table.totalName, name: column.short, value: printFigure(cell.value, column.decimals), unit: printUnit(column.unit) })
  return (
    <SidePanel className="figure-panel" label={t('ranking.behind.list', { title })} onLeave={onClose}>
      <PanelHead title={title} note={figureFacts(table, column, cell, rowIndex).join(t('punctuation.clause'))} onClose={onClose} />
      {table.scope === 'cities' ? (
        <p className="panel-none secondary">{t('ranking.behind.received')}</p>
      ) : (
        <FigureRecords key={`${column.indicator} ${row} ${tab}`} column={column} cell={cell} row={row} choice={choice} tab={tab} tabs={tabs} title={title} onTab={setTab} />
      )}
      <footer><Button onClick={onCopy}>{t('ranking.behind.copy')}</Button></footer>
    </SidePanel>
  )
}

interface RecordsProps extends Pick<Props, 'column' | 'cell' | 'choice'> {
  row: string | null
  tab: FigureTab
  tabs: readonly FigureTab[]
  title: string
  onTab(tab: FigureTab): void
}

function FigureRecords({ column, cell, row, choice, tab, tabs, title, onTab }: RecordsProps) {
  const question = { indicator: column.indicator, choice, row, isYearBefore: tab === 'before', filters: tab === 'lead' || tab === 'part' ? [`role=${tab}`] : [] }
  const found = useQuery({ queryKey: ['counting.records', question], queryFn: () => callBridge('counting.records', question) })
  const { load, onFailed, error } = useBehindPages(found)
  return (
    <>
      {tabs.length === 1 ? <div className="figure-tabs" /> : (
        <TabStrip
          label={t('frame.views')} className="figure-tabs" current={tab} onChoose={onTab}
          tabs={tabs.map((id) => ({ id, text: <>{t(tabTexts[id])}{found.data?.besides ? <strong>{printFigure(found.data.besides[id])}</strong> : null}</> }))}
        />
      )}
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      <BehindRecords label={title} kind={found.data?.kind ?? ''} count={found.data?.count} isPending={found.isPending} load={load} onFailed={onFailed} />
      <p className="panel-count secondary" role="status">
        <span>{found.data === undefined ? '' : countText(column, cell, tab, found.data.count)}</span>
        <span>{found.data?.parts.map(({ label, count }) => t('ranking.behind.parts', { label, count })).join(t('punctuation.clause'))}</span>
      </p>
    </>
  )
}

const tabTexts = { all: 'ranking.behind.all', lead: 'ranking.behind.lead.tab', part: 'ranking.behind.part.tab', before: 'ranking.behind.before.tab' } as const

/** Says that the list is the number; for a quotient, that it is its numerator. */
function countText({ unit, divisor }: RankColumn, { value }: RankCell, tab: FigureTab, count: number): string {
  const printed = printFigure(count)
  if (tab === 'all' && divisor !== null) return t('ranking.behind.numerator', { count: printed, divisor: divisor.name })
  if (tab === 'all' && unit === '%') return t('ranking.behind.numeratorRatio', { count: printed })
  return tab === 'all' && value === count ? t('ranking.behind.matches', { count: printed }) : t('ranking.behind.count', { count: printed })
}
