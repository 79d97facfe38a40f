import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ImportBatch } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { OpenedPanel } from '../../../components/panels/OpenedPanel'
import { KeyList } from './KeyList'

interface Props {
  batch: Pick<ImportBatch, 'batch' | 'file'>
  isBusy: boolean
  onUndo(): void
  onClose(): void
}

/** What an undo takes away, lets fall back and leaves, before it is done; while it is done it can be stopped. */
export function UndoPanel({ batch, isBusy, onUndo, onClose }: Props) {
  const { data, error } = useQuery({ queryKey: ['undoPreview', batch.batch], queryFn: () => callBridge('imports.undoPreview', { batch: batch.batch }), gcTime: 0 })
  const title = t('imports.batch.preview', { batch: batch.batch, file: batch.file })
  return (
    <OpenedPanel className="import-side" title={title} asked={batch.batch} onClose={onClose}>
      {error === null ? null : <FailureBanner text={failureText(error)} />}
      {data ? (
        <>
          <KeyList title={t('imports.batch.removed', { count: data.removed })} why={t('imports.batch.removedWhy')} keys={data.removedKeys} total={data.removed} />
          <KeyList title={t('imports.batch.reverted', { count: data.reverted })} why={t('imports.batch.revertedWhy')} keys={data.revertedKeys} total={data.reverted} />
          <KeyList title={t('imports.batch.kept', { count: data.kept })} why={t('imports.batch.keptWhy')} keys={data.keptKeys} total={data.kept} />
        </>
      ) : null}
      <footer>
        <Button type="primary" danger loading={isBusy} disabled={!data} onClick={onUndo}>{t('imports.batch.confirm')}</Button>
        {isBusy ? (
          <Button onClick={() => void callBridge('imports.cancelUndo', { batch: batch.batch })}>{t('batch.stop')}</Button>
        ) : (
          <Button type="text" onClick={onClose}>{t('imports.cancel')}</Button>
        )}
      </footer>
    </OpenedPanel>
  )
}
