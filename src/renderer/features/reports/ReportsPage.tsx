import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PrintedCell, ReportPreview } from '../../../shared/bridge/reports'
import { named } from '../../../shared/text/named'
import { t } from '../../../shared/text/t'
import { BridgeFailure, callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useIsEmptyRegister } from '../../bridge/useIsEmptyRegister'
import { useKept } from '../../components/keptState'
import { TabStrip } from '../../components/controls/TabStrip'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGoTo } from '../../components/navigation'
import { PanelDivider } from '../../components/panels/PanelDivider'
import { SidePanel } from '../../components/panels/SidePanel'
import { useStoredWidth } from '../../components/panels/useStoredWidth'
import { ClosingView } from './closing/ClosingView'
import { Paper } from './Paper'
import { addressOf } from './paperLayout'
import { ReceivedView } from './received/ReceivedView'
import { ProducedReports } from './ProducedReports'
import { writtenPeriod } from './reportPeriod'
import { ReportActions } from './ReportActions'
import { ReportOptions } from './ReportOptions'
import { ReportSide } from './ReportSide'
import { useProduce } from './useProduce'
import { closingOptionsOf, useReportChoice } from './useReportChoice'
import './reports.css'

type View = 'preview' | 'explanation' | 'produced' | 'closing' | 'received'
const usualWidth = 340

/** Printed forms: chosen above, seen as they print, checked beside, written with one button. */
export function ReportsPage({ onStatus }: { onStatus(text: string): void }) {
  const choice = useReportChoice()
  const [view, setView] = useKept<View>('reports.view', 'preview')
  const [chosenAddress, setChosen] = useState<string | null>(null)
  const [width, setWidth] = useStoredWidth('reports')
  const { request } = choice
  const asked = useQuery({ queryKey: ['reports.preview', request], queryFn: request === null ? skipToken : () => callBridge('reports.preview', request), placeholderData: keepPreviousData })
  const preview = asked.error === null ? (asked.data ?? null) : null
  const chosen = preview?.form.cells.find((cell) => addressOf(cell) === chosenAddress) ?? null
  const producing = useProduce()
  const { error, holder } = producing
  // With nothing in the register every form would be a page of zeros.
  const isEmpty = useIsEmptyRegister()
  const isSound = preview?.checks.every(({ ok }) => ok) ?? false
  const isClosing = view === 'closing'
  const isReceived = view === 'received'
  const crumb = isReceived ? t('received.title') : isClosing ? t('closing.title') : preview?.title

  const period = writtenPeriod(choice.period) ?? String(choice.period.year)
  const { totalAt: _totalAt, paper: _paper, lettering: _lettering, ...closingChoice } = closingOptionsOf(choice.options)

  const status = preview === null ? '' : t('reports.status', { title: preview.title })
  useEffect(() => {
    if (!isReceived) onStatus(isClosing ? t('closing.title') : status)
  }, [onStatus, status, isReceived, isClosing])

  return (
    <>
      <div className="page-head">
        <h1>{t('reports.title')}</h1>
        <span className="report-crumb cut" title={crumb}>{crumb}</span>
        {isClosing || isReceived ? null : (
          <ReportActions
            producing={producing} isReady={!isEmpty && request !== null && preview !== null && isSound && !asked.isPlaceholderData}
            onPreview={() => request !== null && preview !== null && producing.preview({ request, fileName: preview.fileName })}
            onProduce={(format) => request !== null && preview !== null && producing.produce({ request, fileName: preview.fileName, format })}
          />
        )}
      </div>
      {holder}
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      {preview !== null && !isSound && !isClosing && !isReceived ? <FailureBanner text={t('reports.cannotSave')} /> : null}
      <ReportOptions choice={choice} isClosing={isClosing || isReceived} hasTotal={!isReceived} />
      <div className="report-body">
        <div className="report-main">
          {view === 'preview' ? <PreviewView preview={preview} isEmpty={isEmpty} error={asked.error} chosen={chosen} onChoose={(cell) => setChosen(addressOf(cell))} /> : null}
          {view === 'explanation' && preview !== null ? <Explanation rows={preview.explanation} /> : null}
          {view === 'produced' ? <ProducedReports /> : null}
          {isReceived ? <ReceivedView choice={{ ...closingChoice, period }} onStatus={onStatus} /> : null}
          {view === 'closing' ? <ClosingView period={period} options={closingOptionsOf(choice.options)} /> : null}
          <ViewTabs view={view} onChoose={setView} formName={preview === null ? t('reports.preview') : named(preview.form.name)} />
        </div>
        {view === 'preview' && asked.error === null && !isEmpty ? (
          <>
            <PanelDivider label={t('reports.checks')} width={width ?? usualWidth} least={260} most={560} onResize={setWidth} />
            <SidePanel className="report-side" label={t('reports.checks')} width={width ?? usualWidth}><ReportSide preview={preview} chosen={chosen} /></SidePanel>
          </>
        ) : null}
      </div>
    </>
  )
}

function PreviewView({ preview, isEmpty, error, chosen, onChoose }: { preview: ReportPreview | null; isEmpty: boolean; error: unknown; chosen: PrintedCell | null; onChoose(cell: PrintedCell): void }) {
  const goTo = useGoTo()
  if (isEmpty) return <EmptyState text={t('reports.noData')} action={{ text: t('reports.toImports'), run: () => goTo({ route: 'imports' }) }} />
  if (error instanceof BridgeFailure && ['population_missing', 'market_entities_missing'].includes(error.failure.code)) {
    return <EmptyState text={failureText(error)} action={{ text: t('reports.toImports'), run: () => goTo({ route: 'imports' }) }} />
  }
  if (error !== null) return <FailureBanner text={failureText(error)} />
  if (preview === null) return <div className="report-desk" aria-busy="true"><div className="paper paper-skeleton" /></div>
  return <Paper form={preview.form} chosen={chosen} onChoose={onChoose} />
}

/** The names by which the command line knows the rules stand in the file alone. */
function Explanation({ rows }: { rows: ReportPreview['explanation'] }) {
  return (
    <div className="report-explanation selectable">
      <table>
        <tbody>{rows.map(([item, content], index) => <tr key={index}><th>{item}</th><td>{content}</td></tr>)}</tbody>
      </table>
    </div>
  )
}

function ViewTabs({ view, onChoose, formName }: { view: View; onChoose(view: View): void; formName: string }) {
  const { data } = useQuery({ queryKey: ['reports.list'], queryFn: () => callBridge('reports.list', {}) })
  const tabs: readonly [View, string][] = [['preview', formName], ['explanation', t('reports.explanation')], ['produced', t('reports.producedCount', { count: data?.reports.length ?? 0 })], ['closing', t('closing.tab')], ['received', t('received.tab')]]
  return (
    <TabStrip label={t('frame.views')} className="report-tabs" tabs={tabs.map(([id, text]) => ({ id, text }))} current={view} onChoose={onChoose} />
  )
}
