import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useCallback, useState, type KeyboardEvent } from 'react'
import type { BehindRow } from '../../../shared/bridge/counting'
import type { CrosstabCell, CrosstabQuestion } from '../../../shared/bridge/crosstab'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGoTo } from '../../components/navigation'
import { recordDestination, recordRoute } from '../../components/records/recordRoute'
import { RecordLines, recordLineHeight } from '../../components/records/RecordLines'
import { RowWindow } from '../../components/records/RowWindow'
import { printFigure } from '../../components/values/printFigure'
import { kindName } from './cellWords'

interface Props {
  question: CrosstabQuestion
  cell: CrosstabCell
  /** Which number it is, and what it says. */
  title: string
  amount: string
  /** Of the table: another one has other records. */
  sequence: number
  onClose(): void
  onCopy(): void
}

/** The records that the current number counts, and the way to the list that has just these. */
export function CellPanel({ question, cell, title, amount, sequence, onClose, onCopy }: Props) {
  const [failure, setFailure] = useState<unknown>(null)
  const goTo = useGoTo()
  const found = useQuery({ queryKey: ['crosstab.records', question, cell, sequence], queryFn: () => callBridge('crosstab.records', { question, cell }) })
  const handle = found.data?.handle
  const load = useCallback(async (from: number, to: number): Promise<readonly BehindRow[]> => {
    setFailure(null)
    return handle === undefined ? [] : (await callBridge('counting.page', { handle, from, to })).rows
  }, [handle])
  // Results fall out of the register's small store of them: the same question makes a new one.
  const onFailed = (error: unknown): void => {
    setFailure(error)
    void found.refetch()
  }
  const closeOnEscape = (event: KeyboardEvent): void => { if (event.key === 'Escape') onClose() }
  const { kind } = question.query
  const list = found.data?.list ?? null
  return (
    <aside className="figure-panel" aria-label={t('ranking.behind.list', { title })} onKeyDown={closeOnEscape}>
      <header>
        <h2 className="selectable">{title}</h2>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('ranking.behind.close')} onClick={onClose} />
        <p className="secondary selectable">{amount}</p>
      </header>
      {found.isError || failure !== null ? <FailureBanner text={failureText(found.error ?? failure)} /> : null}
      {found.data === undefined ? <div className="figure-panel-none secondary">{found.isPending ? t('ranking.behind.loading') : ''}</div> : found.data.count === 0 ? (
        <p className="figure-panel-none secondary">{t('ranking.behind.none')}</p>
      ) : (
        <RowWindow label={title} count={found.data.count} rowHeight={recordLineHeight} load={load} onFailed={onFailed} render={(line: BehindRow) => <RecordLines line={line} onOpen={() => goTo(recordDestination(kind, line))} />} />
      )}
      <p className="figure-count secondary" role="status"><span>{found.data === undefined ? '' : t('ranking.behind.count', { count: printFigure(found.data.count) })}</span></p>
      <footer>
        {list === null ? null : <Button onClick={() => goTo({ route: recordRoute(kind), list: { kind, ...list } })}>{t('crosstab.openList', { kind: kindName(kind) })}</Button>}
        <Button onClick={onCopy}>{t('ranking.behind.copy')}</Button>
      </footer>
    </aside>
  )
}
