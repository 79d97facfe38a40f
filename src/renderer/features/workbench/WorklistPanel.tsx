import { useQuery } from '@tanstack/react-query'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useBehindPages } from '../../bridge/useBehindPages'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { RecordWindow } from '../../components/records/RecordWindow'
import { printFigure } from '../../components/values/printFigure'
import { OpenedPanel } from './OpenedPanel'
import type { OpenList } from './openList'

/** The records behind a number of the first page. */
export function WorklistPanel({ list: { title, question }, onClose }: { list: OpenList; onClose(): void }) {
  const found = useQuery({
    queryKey: [question.name, question.input],
    queryFn: () => (question.name === 'counting.records' ? callBridge(question.name, question.input) : callBridge(question.name, question.input)),
  })
  const { load, onFailed, error } = useBehindPages(found)
  return (
    <OpenedPanel title={title} asked={question} onClose={onClose}>
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      {found.data === undefined ? <div className="worklist-none secondary">{t('ranking.behind.loading')}</div> : (
        <RecordWindow label={title} kind={found.data.kind} count={found.data.count} load={load} onFailed={onFailed} />
      )}
      <footer className="secondary" role="status">{found.data ? t('ranking.behind.count', { count: printFigure(found.data.count) }) : ''}</footer>
    </OpenedPanel>
  )
}
