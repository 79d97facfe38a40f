import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { recordLine } from '../../bridge/keyText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { OpenedPanel } from '../../components/panels/OpenedPanel'
import { momentText } from '../../components/values/momentText'
import type { RecordView } from './recordViews'
import type { RecordChanges } from './useRecordChanges'

interface Props {
  view: RecordView
  width: number
  changes: RecordChanges
  onClose(): void
}

/** Deleted records of the kind, newest first, each with its way back. */
export function RecycleBin({ view, width, changes, onClose }: Props) {
  const bin = useQuery({ queryKey: ['records.recycled'], queryFn: () => callBridge('records.recycled', {}) })
  const records = bin.data?.records.filter(({ kind }) => kind === view.kind)
  return (
    <OpenedPanel className="record" title={t('records.bin')} width={width} onClose={onClose}>
      {bin.isError ? <FailureBanner text={failureText(bin.error)} /> : null}
      {records?.length === 0 ? <p className="record-none secondary">{t('records.binEmpty', { name: view.name })}</p> : null}
      <ul>
        {records?.map(({ id, key, title, at, operator }) => (
          <li key={id} className="recycled">
            <div>
              <p className="cut" title={recordLine({ kind: view.kind, key, title })}>{recordLine({ kind: view.kind, key, title })}</p>
              <p className="secondary">{[momentText(at), operator, t('records.binDeleted')].filter((part) => part !== '').join(' ')}</p>
            </div>
            <Button size="small" onClick={() => void changes.restore(view.kind, id)}>{t('records.bringBack')}</Button>
          </li>
        ))}
      </ul>
    </OpenedPanel>
  )
}
