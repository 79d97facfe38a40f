import { useQuery } from '@tanstack/react-query'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useBehindPages } from '../../bridge/useBehindPages'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { OpenedPanel } from '../../components/panels/OpenedPanel'
import { BehindRecords } from '../../components/records/BehindRecords'
import { printFigure } from '../../components/values/printFigure'
import type { OpenList } from './openList'

/** The records behind a number of the first page. */
export function WorklistPanel({ list: { title, question }, onClose }: { list: OpenList; onClose(): void }) {
  const found = useQuery({
    queryKey: [question.name, question.input],
    queryFn: () => (question.name === 'counting.records' ? callBridge(question.name, question.input) : callBridge(question.name, question.input)),
  })
  const { load, onFailed, error } = useBehindPages(found)
  return (
    <OpenedPanel className="worklist" title={title} asked={question} onClose={onClose}>
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      <BehindRecords label={title} kind={found.data?.kind ?? ''} count={found.data?.count} isPending={found.isPending} load={load} onFailed={onFailed} />
      <p className="panel-count secondary" role="status">{found.data ? t('ranking.behind.count', { count: printFigure(found.data.count) }) : ''}</p>
    </OpenedPanel>
  )
}
