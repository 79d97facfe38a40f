import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { BehindRow } from '../../../shared/bridge/counting'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGoTo } from '../../components/navigation'
import { recordDestination } from '../../components/records/recordRoute'
import { RecordLines, recordLineHeight } from '../../components/records/RecordLines'
import { RowWindow } from '../../components/records/RowWindow'
import { printFigure } from '../../components/values/printFigure'
import { OpenedPanel } from './OpenedPanel'
import type { OpenList } from './openList'

/** The records behind a number of the first page. */
export function WorklistPanel({ list: { title, question }, onClose }: { list: OpenList; onClose(): void }) {
  const [failure, setFailure] = useState<unknown>(null)
  const goTo = useGoTo()
  const found = useQuery({
    queryKey: [question.name, question.input],
    queryFn: () => (question.name === 'counting.records' ? callBridge(question.name, question.input) : callBridge(question.name, question.input)),
  })
  const handle = found.data?.handle
  const load = useCallback(async (from: number, to: number): Promise<readonly BehindRow[]> => {
    setFailure(null)
    return handle === undefined ? [] : (await callBridge('counting.page', { handle, from, to })).rows
  }, [handle])
  return (
    <OpenedPanel title={title} asked={question} onClose={onClose}>
      {found.isError || failure !== null ? <FailureBanner text={failureText(found.error ?? failure)} /> : null}
      {found.data === undefined ? <div className="worklist-none secondary">{t('ranking.behind.loading')}</div> : (
        <RowWindow
          label={title} count={found.data.count} rowHeight={recordLineHeight} load={load} render={(line: BehindRow) => <RecordLines line={line} onOpen={() => goTo(recordDestination(found.data.kind, line))} />}
          onFailed={(error) => {
            setFailure(error)
            void found.refetch()
          }}
        />
      )}
      <footer className="secondary" role="status">{found.data ? t('ranking.behind.count', { count: printFigure(found.data.count) }) : ''}</footer>
    </OpenedPanel>
  )
}
