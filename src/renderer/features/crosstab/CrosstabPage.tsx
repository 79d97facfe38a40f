import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { inChinese } from '../../../shared/text/language'
import { t } from '../../../shared/text/t'
import { callBridge, isCancelled } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useOffered } from '../../bridge/useOffered'
import { useKept } from '../../components/keptState'
import { EmptyState } from '../../components/feedback/EmptyState'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import type { AskedList } from '../../components/navigation'
import { kindName } from './cellWords'
import { ConditionChips } from './ConditionChips'
import { MeasureControls, SideControls } from './CrosstabControls'
import { CrosstabView, type Shape } from './CrosstabView'
import { choiceOf, questionOf, rememberChoice, rememberedChoice, sideLabel, type CrosstabChoice } from './crosstabChoice'
import { useCrosstabExport } from './useCrosstabExport'
import './crosstab.css'

interface Props {
  /** The head of the page, with what else there is in this place. */
  tabs: ReactNode
  /** The list that the table is to be made of; null begins with the last table. */
  asked: AskedList | null
  /** Says in the status bar which number is looked at. */
  onStatus(text: string): void
  /** Goes to where files come in. */
  onImport(): void
}

/** 交叉表: the records of any list counted by two or three of their fields, every number with its records. */
export function CrosstabPage({ tabs, asked, onStatus, onImport }: Props) {
  const [choice, setChoice] = useKept('crosstab.choice', () => (asked === null ? rememberedChoice() : choiceOf(asked, rememberedChoice())), { isAnew: asked !== null })
  const [shape, setShape] = useState<Shape>('table')
  const offered = useOffered()
  const question = useMemo(() => questionOf(choice), [choice])
  const table = useQuery({ queryKey: ['crosstab.table', question], queryFn: () => callBridge('crosstab.table', question), placeholderData: keepPreviousData })
  const { kind, rows, columns } = choice
  const exporting = useCrosstabExport(question, choice.share, inChinese(() => t('crosstab.title', { kind: kindName(kind), rows: sideLabel(kind, rows), columns: sideLabel(kind, columns) })))
  const change = (next: CrosstabChoice): void => {
    setChoice(next)
    rememberChoice(next)
  }
  const failure = table.isError && !isCancelled(table.error) ? table.error : exporting.error
  const data = table.isError ? undefined : table.data
  const indicator = offered.data?.indicators.find(({ name }) => name === choice.indicator)?.label ?? null
  return (
    <>
      <div className="page-head cross-page-head">
        {tabs}
        <SideControls choice={choice} onChange={change} />
        <span className="page-head-end">
          <Segmented<Shape> value={shape} onChange={setShape} options={[{ value: 'table', label: t('crosstab.asTable') }, { value: 'chart', label: t('crosstab.asChart') }]} />
          <Button type="primary" loading={exporting.isPending} disabled={data === undefined || data.total === 0} onClick={exporting.run}>{t('ranking.export')}</Button>
        </span>
      </div>
      <div className="cross-bar">
        <MeasureControls choice={choice} offered={offered.data ?? null} onChange={change} />
        <ConditionChips choice={choice} onChange={change} />
      </div>
      {failure === null ? null : <FailureBanner text={failureText(failure)} />}
      {data !== undefined && data.total > 0 ? (
        <CrosstabView key={[data.kind, ...Object.values(data.dimensions)].join(' ')} table={data} choice={choice} question={question} shape={shape} indicator={indicator} isWaiting={table.isPlaceholderData} onStatus={onStatus} />
      ) : data === undefined ? (
        table.isError ? null : <div className="cross-skeleton secondary" role="status">{t('ranking.loading')}</div>
      ) : (
        <Nothing choice={choice} onStatus={onStatus} onClear={() => change({ ...choice, search: '', filters: [], indicator: null, period: null })} onImport={onImport} />
      )}
    </>
  )
}

/** No record: none under these conditions, or none at all. */
function Nothing({ choice, onStatus, onClear, onImport }: Pick<Props, 'onStatus' | 'onImport'> & { choice: CrosstabChoice; onClear(): void }) {
  const { kind, search, filters, period } = choice
  const isNarrowed = search !== '' || filters.length > 0 || period !== null
  useEffect(() => onStatus(t('crosstab.none')), [onStatus])
  return isNarrowed
    ? <EmptyState text={t('crosstab.noMatch', { kind: kindName(kind) })} action={{ text: t('records.clearFilters'), run: onClear }} />
    : <EmptyState text={t('crosstab.noRecords', { kind: kindName(kind) })} action={{ text: t('workbench.import'), run: onImport }} />
}
