import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useOffered } from '../../bridge/useOffered'
import { useKept } from '../../components/keptState'
import { copyText } from '../../components/copyText'
import { useAnnounce } from '../../components/feedback/announcement'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { PageTitle } from '../../components/panels/PageTitle'
import { SubPage } from '../../components/panels/SubPage'
import { printFigure } from '../../components/values/printFigure'
import { printUnit } from '../../components/values/printUnit'
import { useElementWidth } from '../../components/useElementWidth'
import { ChartSection } from './charts/ChartSection'
import { FigurePanel } from './FigurePanel'
import { indicatorWidth, regionWidth } from './tableLayout'
import { figureSentence } from './figureSentence'
import { IndicatorBar } from './IndicatorBar'
import { OwnIndicatorsView } from './own/OwnIndicatorsView'
import { countingOf, offeredChoice, rememberChoice, rememberedChoice, type RankingChoice } from './rankingChoice'
import { RankingControls } from './RankingControls'
import { RankTable, type CellPosition } from './RankTable'
import { shownRows } from './rowOrder'
import { RulesNotes } from './RulesNotes'
import { useTableExport } from './useTableExport'
import './ranking.css'

interface Props {
  /** The head of the page, with what else there is in this place. */
  tabs: ReactNode
  /** Says in the status bar which number is looked at, and what was done with it. */
  onStatus(text: string): void
  /** Goes to where files come in. */
  onImport(): void
}

/** Districts (or cities) by indicators, the rules below, and behind every number its records. */
export function RankingPage({ tabs, onStatus, onImport }: Props) {
  const [choice, setChoice] = useKept('ranking.choice', rememberedChoice)
  const offered = useOffered()
  const change = (next: RankingChoice): void => {
    setChoice(next)
    rememberChoice(next)
  }
  const period = choice.period ?? offered.data?.period ?? null
  return (
    <>
      {offered.data === undefined || period === null ? (
        <div className="page-head ranking-head">{tabs}</div>
      ) : offered.data.isEmpty && choice.scope === 'districts' && offered.data.received.length === 0 ? (
        <>
          <div className="page-head ranking-head">{tabs}</div>
          <EmptyState text={t('ranking.empty')} action={{ text: t('workbench.import'), run: onImport }} />
        </>
      ) : (
        <Ranking choice={offeredChoice(choice, offered.data.indicators)} period={period} offered={offered.data} tabs={tabs} onChange={change} onStatus={onStatus} />
      )}
      {offered.isError ? <FailureBanner text={failureText(offered.error)} /> : null}
    </>
  )
}

interface RankingProps extends Pick<Props, 'onStatus' | 'tabs'> {
  choice: RankingChoice
  period: string
  offered: Parameters<typeof RankingControls>[0]['offered']
  onChange(choice: RankingChoice): void
}

function Ranking({ choice, period, offered, tabs, onChange, onStatus }: RankingProps) {
  const counting = useMemo(() => countingOf(choice, period), [choice, period])
  const question = { indicators: [...choice.indicators], choice: counting }
  const table = useQuery({ queryKey: ['counting.table', question], queryFn: () => callBridge('counting.table', question), placeholderData: keepPreviousData })
  const [current, setCurrent] = useState<CellPosition>({ row: 0, column: 0 })
  const [isOpen, setOpen] = useState(false)
  const [areRulesOpen, setRulesOpen] = useState(false)
  const [isChartLarge, setChartLarge] = useState(false)
  const [isDefining, setDefining] = useState(false)
  const [box, width] = useElementWidth<HTMLDivElement>()
  const body = useRef<HTMLDivElement>(null)
  const announce = useAnnounce()
  const exporting = useTableExport(question, table.data?.periodText ?? period)

  const data = table.data
  const order = useMemo(() => (data ? shownRows(data, choice.orderBy) : []), [data, choice.orderBy])
  const column = data?.columns[Math.min(current.column, data.columns.length - 1)]
  const rowIndex = current.row < order.length ? (order[current.row] ?? null) : null
  const cell = rowIndex === null ? column?.total : column?.cells[rowIndex]
  const rowName = rowIndex === null ? (data?.totalName ?? '') : (data?.rows[rowIndex]?.name ?? '')

  useEffect(() => {
    if (isDefining) onStatus(t('own.title'))
    if (isDefining || !column || !cell) return
    const figure = t('ranking.status', { row: rowName, name: column.short, value: printFigure(cell.value, column.decimals), unit: printUnit(column.unit) })
    onStatus(`${figure}　　${t('ranking.table.hint')}`)
  }, [onStatus, column, cell, rowName, isDefining])

  const copy = (position: CellPosition): void => {
    const copied = data?.columns[position.column]
    const index = order[position.row]
    const figure = index === undefined ? copied?.total : copied?.cells[index]
    if (!data || !copied || !figure) return
    const sentence = figureSentence({ table: data, column: copied, cell: figure, row: index === undefined ? data.totalName : (data.rows[index]?.name ?? ''), rowIndex: index ?? null, today: localToday() }, choice)
    copyText(sentence)
    announce({ text: t('ranking.behind.copied', { text: sentence }) })
  }
  // A second Enter goes on into the list, Escape comes back to the number.
  const open = (position: CellPosition, isByKey: boolean): void => {
    if (isOpen && isByKey && position.row === current.row && position.column === current.column) body.current?.querySelector<HTMLElement>('.figure-panel .row-window')?.focus()
    setCurrent(position)
    setOpen(true)
  }
  const close = (): void => {
    setOpen(false)
    body.current?.querySelector<HTMLElement>('.rank-table td[tabindex="0"]')?.focus()
  }
  const hasChart = column !== undefined && !areRulesOpen
  const isWide = width >= regionWidth + choice.indicators.length * indicatorWidth.all
  if (isDefining) return <Defining period={period} onBack={() => setDefining(false)} />
  return (
    <>
      <div className="page-head ranking-head">
        {tabs}
        <RankingControls offered={offered} choice={choice} period={period} onChange={onChange} />
        <span className="page-head-end">
          <Button onClick={() => setDefining(true)}>{t('own.title')}</Button>
          <Button aria-pressed={areRulesOpen} onClick={() => setRulesOpen((before) => !before)}>{t(areRulesOpen ? 'ranking.rules.short' : 'ranking.rules')}</Button>
          <Button type="primary" loading={exporting.isPending} disabled={!data} onClick={exporting.run}>{t('ranking.export')}</Button>
        </span>
      </div>
      <IndicatorBar offered={offered.indicators} choice={choice} onChange={onChange} />
      {table.isError || exporting.error !== null ? <FailureBanner text={failureText(table.error ?? exporting.error)} /> : null}
      <div ref={body} className="ranking-body">
        <div className="ranking-main">
          {data === undefined ? <div className="ranking-skeleton secondary">{t('ranking.loading')}</div> : (
            <>
              {hasChart && isChartLarge ? null : (
                <>
                  <div ref={box} className="rank-scroll">
                    <RankTable
                      table={data} order={order} orderBy={choice.orderBy} current={current} isWide={isWide} onMove={setCurrent} onOpen={open} onCopy={copy} onEscape={close}
                      onOrder={(indicator) => onChange({ ...choice, orderBy: choice.orderBy === indicator ? null : indicator })}
                    />
                  </div>
                  <RulesNotes table={data} isOpen={areRulesOpen} />
                </>
              )}
              {hasChart ? (
                <ChartSection
                  table={data} column={column} rowIndex={rowIndex} choice={counting} isLarge={isChartLarge} onLarge={setChartLarge}
                  onChoose={(index) => setCurrent({ ...current, row: order.indexOf(index) })}
                />
              ) : null}
            </>
          )}
        </div>
        {isOpen && data && column && cell ? (
          <FigurePanel table={data} column={column} cell={cell} rowIndex={rowIndex} choice={counting} onClose={close} onCopy={() => copy(current)} />
        ) : null}
      </div>
    </>
  )
}

/** The page on which the office makes its own indicators, over the one of the ranking. */
function Defining({ period, onBack }: { period: string; onBack(): void }) {
  return (
    <SubPage onBack={onBack}>
      <div className="page-head ranking-head">
        <PageTitle place={t('nav.ranking')} title={t('own.title')} />
        <span className="page-head-end"><Button type="text" onClick={onBack}>{t('own.back')}</Button></span>
      </div>
      <OwnIndicatorsView period={period} />
    </SubPage>
  )
}

/** The day on this computer's calendar. */
function localToday(): string {
  return new Date().toLocaleDateString('sv-SE')
}
