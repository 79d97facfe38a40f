import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { CrosstabCell, CrosstabQuestion } from '../../../shared/bridge/crosstab'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useBehindPages } from '../../bridge/useBehindPages'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGoTo } from '../../components/navigation'
import { PanelHead } from '../../components/panels/PanelHead'
import { SidePanel } from '../../components/panels/SidePanel'
import { BehindRecords } from '../../components/records/BehindRecords'
import { recordRoute } from '../../components/records/recordRoute'
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
  const goTo = useGoTo()
  const found = useQuery({ queryKey: ['crosstab.records', question, cell, sequence], queryFn: () => callBridge('crosstab.records', { question, cell }) })
  const { load, onFailed, error } = useBehindPages(found)
  const { kind } = question.query
  const list = found.data?.list ?? null
  return (
    <SidePanel className="figure-panel" label={t('ranking.behind.list', { title })} onLeave={onClose}>
      <PanelHead title={title} note={amount} onClose={onClose} />
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      <BehindRecords label={title} kind={kind} count={found.data?.count} isPending={found.isPending} load={load} onFailed={onFailed} />
      <p className="panel-count secondary" role="status"><span>{found.data === undefined ? '' : t('ranking.behind.count', { count: printFigure(found.data.count) })}</span></p>
      <footer>
        {list === null ? null : <Button onClick={() => goTo({ route: recordRoute(kind), list: { kind, ...list } })}>{t('crosstab.openList', { kind: kindName(kind) })}</Button>}
        <Button onClick={onCopy}>{t('ranking.behind.copy')}</Button>
      </footer>
    </SidePanel>
  )
}
